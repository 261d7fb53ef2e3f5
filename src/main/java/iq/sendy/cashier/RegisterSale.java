package iq.sendy.cashier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a register says of a sale, or of an order that may be one.
 *
 * @param session the session that it names; null takes the seller's own
 * @param seller whose open session it belongs to when it names none; null when it must name one
 * @param saleId the register's own id of it, unique in the store for good
 * @param soldAt when it happened, if it was made without a network: it is not refused any more
 * @param codeTook what its discount code took off when it happened, in minor units; null where that was not said
 */
public record RegisterSale(
        @Nullable UUID session,
        @Nullable UUID seller,
        @Nullable UUID saleId,
        @Nullable Instant soldAt,
        @Nullable Long codeTook) {

    public RegisterSale(
            @Nullable UUID session, @Nullable UUID seller, @Nullable UUID saleId, @Nullable Instant soldAt) {
        this(session, seller, saleId, soldAt, null);
    }

    /** What says nothing of a register, and is no sale. */
    public static final RegisterSale NONE = new RegisterSale(null, null, null, null);

    /** Whether it is one whatever the store says: it names a session, or what only a sale has. */
    public boolean certain() {
        return session != null || saleId != null || soldAt != null;
    }

    /** Whether it has happened already. */
    public boolean happened() {
        return soldAt != null;
    }
}
