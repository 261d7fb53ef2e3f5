package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Agent that answers customers without a person. Where there is no such bean, or it does not answer at a channel, what
 * comes in waits for people.
 */
public interface AnsweringAgent {

    /** Whom it answers at a channel now, asked in a trip of the caller's own. */
    AnsweredContacts at(StoreId store, UUID channel);

    /** Contacts whom the agent answers at a channel, once its questions were sent. */
    interface AnsweredContacts {

        /** What to send. */
        List<Query<?>> queries();

        /**
         * Whether it takes a conversation with a contact.
         *
         * @param names the contact's phone, if one is proved, and its identities
         */
        boolean include(UUID contact, Collection<String> names);
    }
}
