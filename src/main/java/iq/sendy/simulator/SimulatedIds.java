package iq.sendy.simulator;

import iq.sendy.meta.ChannelType;
import iq.sendy.platform.ids.UuidGenerator;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Ids of messages and files as Meta gives them: texts that nobody guesses. */
@Component
class SimulatedIds {

    private final UuidGenerator ids;

    SimulatedIds(UuidGenerator ids) {
        this.ids = ids;
    }

    String message(ChannelType type) {
        return (type == ChannelType.WHATSAPP ? "wamid.SIM" : "mid.SIM") + word();
    }

    String media() {
        return "sim" + word().toLowerCase(Locale.ROOT);
    }

    private String word() {
        return ids.next().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }
}
