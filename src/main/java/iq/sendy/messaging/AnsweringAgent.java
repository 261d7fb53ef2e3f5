package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/**
 * Agent that answers customers without a person. Where there is no such bean, or it does not answer at a channel, what
 * comes in waits for people.
 */
public interface AnsweringAgent {

    /**
     * Whether it takes a conversation of a contact at the channel now; asked inside the transaction that stores a message.
     */
    boolean answers(StoreId store, UUID channel, UUID contact);
}
