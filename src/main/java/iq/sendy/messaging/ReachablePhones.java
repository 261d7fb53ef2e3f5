package iq.sendy.messaging;

import iq.sendy.channels.ChannelHealth;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.OpenWindowStore;
import iq.sendy.messaging.store.OpenWindowStore.OpenWindow;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Phones that a store may write to at WhatsApp now: their owners wrote within the last 24 hours, by a channel that works. */
@Service
public class ReachablePhones {

    /** What is queued now is sent a moment later. */
    private static final Duration IN_TIME = Duration.ofMinutes(2);

    private final OpenWindowStore windows;
    private final ChannelHealth health;
    private final Pipeline pipeline;
    private final Clock clock;

    ReachablePhones(OpenWindowStore windows, ChannelHealth health, Pipeline pipeline, Clock clock) {
        this.windows = windows;
        this.health = health;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** The conversation that leads to a phone; one whose phone staff have only typed in is none. */
    @Transactional(readOnly = true)
    public Optional<UUID> conversationWith(StoreId store, Phone phone) {
        var open = windows.of(store, phone, clock.instant().plus(IN_TIME));
        var sending = health.sending(store, ChannelType.WHATSAPP);
        pipeline.send(open, sending);
        return open.answer().stream()
                .filter(window -> sending.answer().contains(window.channel()))
                .map(OpenWindow::conversation)
                .findFirst();
    }

    /** Whether there is a channel that could lead to one. */
    @Transactional(readOnly = true)
    public boolean areThere(StoreId store) {
        return pipeline.ask(health.sending(store, ChannelType.WHATSAPP)).any();
    }
}
