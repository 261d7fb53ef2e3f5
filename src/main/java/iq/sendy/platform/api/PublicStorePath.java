package iq.sendy.platform.api;

import iq.sendy.kernel.StoreId;
import java.util.Optional;

/**
 * Public path of stores: below it the next segment is a store's address, and whoever comes there is a visitor of that store,
 * which is then bound for all that follows. A module declares one as a bean for each such path.
 */
public interface PublicStorePath {

    /** For example {@code /s}; without a slash at its end. */
    String prefix();

    /** The store that an address leads to; empty when it shows nothing to strangers. It is asked for each request. */
    Optional<StoreId> store(String address);
}
