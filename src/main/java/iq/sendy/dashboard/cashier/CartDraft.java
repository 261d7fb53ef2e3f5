package iq.sendy.dashboard.cashier;

import iq.sendy.cashier.RegisterSale;
import iq.sendy.orders.Checkout;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.RequestQuote;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lies in a cart at the counter, to be priced. */
record CartDraft(
        @Required UUID cashierSessionId,
        @Required @Size(min = 1, max = 100) List<CartPieces> items,
        @Text(Text.REFERENCE) @Nullable String discountCode) {

    record CartPieces(
            @Required UUID productId,
            @Required @Whole(min = 1, max = 10_000) Long quantity) {}

    /** @param code the one that counts too; null for what holds by itself */
    RequestQuote question(Caller caller, @Nullable String code) {
        var lines = items.stream()
                .map(line -> new PlaceOrder.Item(null, line.productId(), line.quantity(), null))
                .toList();
        return new RequestQuote(
                new OrderedGoods(lines, null, code, null),
                OrderSource.DASHBOARD,
                DeliveryMode.PICKUP,
                null,
                null,
                null,
                false,
                new Checkout(
                        new RegisterSale(cashierSessionId, caller.id(), null, null),
                        DeliveryMode.PICKUP,
                        PaymentMethod.CASH,
                        List.of()));
    }
}
