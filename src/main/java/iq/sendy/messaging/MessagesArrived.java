package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.meta.MessageKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers wrote at a channel: all their messages of one transaction, which hears of it once they are stored. */
public record MessagesArrived(StoreId store, UUID channel, List<ArrivedMessage> messages) {

    public MessagesArrived {
        messages = List.copyOf(messages);
    }

    /**
     * One of them.
     *
     * @param sequence how many events of the conversation were told, with this one
     * @param number its place in the conversation by arrival
     * @param taker who has the conversation since it came
     * @param details what its kind has beside a text, as JSON
     */
    public record ArrivedMessage(
            UUID conversation,
            UUID contact,
            UUID message,
            long sequence,
            long number,
            ConversationStatus taker,
            MessageKind kind,
            @Nullable String details) {

        /** Whether the agent has the conversation. */
        public boolean isForAgent() {
            return taker == ConversationStatus.PENDING;
        }
    }
}
