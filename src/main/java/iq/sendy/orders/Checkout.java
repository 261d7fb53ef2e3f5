package iq.sendy.orders;

import iq.sendy.cashier.RegisterSale;
import iq.sendy.platform.api.Violation;
import java.util.List;

/**
 * Checkout at the counter: what holds of an order should it be a sale there.
 *
 * @param said what the register says of it
 * @param mode how the goods leave then
 * @param method how they are paid then
 * @param lacking what the request lacks that every other order needs
 */
public record Checkout(RegisterSale said, DeliveryMode mode, PaymentMethod method, List<Violation> lacking) {

    /** That of an order which is no sale, whoever places it. */
    public static final Checkout NONE =
            new Checkout(RegisterSale.NONE, DeliveryMode.PICKUP, PaymentMethod.CASH, List.of());

    public Checkout {
        lacking = List.copyOf(lacking);
    }
}
