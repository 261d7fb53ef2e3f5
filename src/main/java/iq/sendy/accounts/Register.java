package iq.sendy.accounts;

import iq.sendy.kernel.Phone;
import org.jspecify.annotations.Nullable;

/**
 * Open a store with its owner. It prints without the password.
 *
 * @param slug as wanted; null takes it from the name
 * @param ip where the request came from
 */
public record Register(
        String storeName, @Nullable String slug, String ownerName, Phone phone, String password, String ip) {

    @Override
    public String toString() {
        return "register " + storeName + " for " + phone;
    }

    /** All that can come of it. */
    public sealed interface Result {}

    public record Registered(Session session) implements Result {}

    /** One or both belong to somebody already. */
    public record Taken(boolean phone, boolean slug) implements Result, OpenStoreFor.Result {}
}
