package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.List;
import java.util.UUID;

/**
 * A contact was erased; published inside the transaction, for whoever keeps something of it.
 *
 * @param conversations those with the contact, in which nothing can be read any more
 */
public record ContactErased(StoreId store, List<UUID> conversations) {

    public ContactErased {
        conversations = List.copyOf(conversations);
    }
}
