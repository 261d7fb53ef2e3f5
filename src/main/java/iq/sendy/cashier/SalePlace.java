package iq.sendy.cashier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a sale belongs, as it stands while its session is held. */
public sealed interface SalePlace {

    /** It is no sale: it names no session, and whoever sent it has none open. */
    record NoSale() implements SalePlace {}

    /** It is a sale of no register: it names no session, and whoever sent it never had one. */
    record NoRegister() implements SalePlace {}

    record UnknownSession() implements SalePlace {}

    /** Its session has been counted, and it has not happened yet. */
    record SessionClosed() implements SalePlace {}

    /** It was sent before, and this is its order. */
    record SoldBefore(UUID order) implements SalePlace {}

    /**
     * It belongs to a register.
     *
     * @param session null when it waits for the register's next one
     * @param late whether its own session was closed when it came
     * @param cashRounding what the settings say, if they say anything
     */
    record AtRegister(
            String registerName,
            @Nullable UUID session,
            boolean late,
            @Nullable Long cashRounding) implements SalePlace {}
}
