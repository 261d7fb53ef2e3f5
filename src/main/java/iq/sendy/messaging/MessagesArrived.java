package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.List;
import java.util.UUID;

/** Customers wrote: all their messages of one transaction, which hears of it once they are stored. */
public record MessagesArrived(StoreId store, List<ArrivedMessage> messages) {

    public MessagesArrived {
        messages = List.copyOf(messages);
    }

    /**
     * One of them.
     *
     * @param sequence how many events of the conversation were told, with this one
     */
    public record ArrivedMessage(UUID conversation, UUID message, long sequence) {}
}
