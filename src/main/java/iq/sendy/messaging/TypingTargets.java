package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.SendingChannels.Sendable;
import iq.sendy.messaging.store.WrittenMessageStore;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.MessageRecipient;
import iq.sendy.platform.sql.Pipeline;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Customers as those who are shown that an answer is being written. */
@Component
class TypingTargets {

    private final WrittenMessageStore messages;
    private final SendingChannels channels;
    private final Pipeline pipeline;

    TypingTargets(WrittenMessageStore messages, SendingChannels channels, Pipeline pipeline) {
        this.messages = messages;
        this.channels = channels;
        this.pipeline = pipeline;
    }

    /** @param externalId what Meta calls the message that is answered */
    record TypingTarget(GraphAccount account, MessageRecipient recipient, String externalId) {}

    /** Empty where the message, its sender or its channel is no more, or nothing can be sent by that now. */
    @Transactional(readOnly = true)
    public Optional<TypingTarget> of(StoreId store, UUID message) {
        return pipeline.ask(messages.written(store, message)).first().flatMap(written -> switch (channels.of(
                store, written.channel())) {
            case Sendable.As(var account) -> Optional.of(new TypingTarget(account, written.by(), written.externalId()));
            case Sendable.Held _, Sendable.BrokenToken _, Sendable.Off _ -> Optional.empty();
        });
    }
}
