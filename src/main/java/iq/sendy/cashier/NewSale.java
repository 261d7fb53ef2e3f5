package iq.sendy.cashier;

import java.util.UUID;

/**
 * A sale that is about to be recorded.
 *
 * @param method the word of how it was paid
 * @param total what the order costs, in minor units
 */
public record NewSale(
        UUID order, SalePlace.AtRegister place, RegisterSale said, String method, long total, CashPayment payment) {

    /** The word of the one method that goes through the drawer. */
    public static final String CASH = "Cash";
}
