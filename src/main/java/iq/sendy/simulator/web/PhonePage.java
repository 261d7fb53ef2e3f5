package iq.sendy.simulator.web;

import iq.sendy.meta.ChannelType;
import iq.sendy.simulator.ChatLine;
import iq.sendy.simulator.SimulatedPhones.PhoneScreen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a phone's page shows.
 *
 * @param quoted the message that is being answered; null where none is
 * @param edited the message that is being changed; null where none is
 */
record PhonePage(
        PhoneScreen screen,
        List<LineView> lines,
        @Nullable ChatLine quoted,
        @Nullable ChatLine edited) {

    PhonePage {
        lines = List.copyOf(lines);
    }

    static String word(ChannelType type) {
        return type.toString().toLowerCase(Locale.ROOT);
    }

    static Optional<ChannelType> channel(String word) {
        for (var type : ChannelType.values()) {
            if (word(type).equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    public String path() {
        return SimulatorArea.HOME + "/" + channel() + "/" + screen.customer().word();
    }

    public String channel() {
        return word(screen.account().type());
    }

    public boolean instagram() {
        return screen.account().type() == ChannelType.INSTAGRAM;
    }
}
