package iq.sendy.purchasing;

import java.util.UUID;

/**
 * Payment of a purchase order by an expense.
 *
 * @param expense whose payment it is; one expense pays one purchase order at a time
 * @param amount what the expense pays of it from now on, in minor units; zero takes the payment back
 */
public record PurchasePayment(UUID expense, UUID purchaseOrder, long amount) {

    public PurchasePayment {
        if (amount < 0) {
            throw new IllegalArgumentException("Nobody pays " + amount);
        }
    }
}
