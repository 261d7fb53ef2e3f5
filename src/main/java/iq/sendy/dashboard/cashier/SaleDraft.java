package iq.sendy.dashboard.cashier;

import iq.sendy.cashier.RegisterSale;
import iq.sendy.kernel.When;
import iq.sendy.orders.Checkout;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sale as the register in the browser has kept it: made, paid and, as the contract's section 8 has it, not to be refused. */
record SaleDraft(
        @Required UUID saleId,
        @Required When soldAt,
        @Required UUID cashierSessionId,
        @Required @Size(min = 1, max = 200) List<SoldLine> items,
        @Text(Text.REFERENCE) @Nullable String discountCode,
        @Amount @Nullable Long discountCodeAmount,
        @Required PaymentMethod paymentMethod,
        @Amount @Nullable Long cashTendered) {

    /** Pieces of a product, and what was taken for each. */
    record SoldLine(
            @Required UUID productId,
            @Required @Whole(min = 1, max = 10_000) Long quantity,
            @Required @Amount Long unitPrice) {}

    /** Several sales, in their order. */
    record SalesDraft(@Required @Size(min = 1, max = 20) List<SaleDraft> sales) {}

    RegisterSale said(Caller caller) {
        var at = soldAt.start(caller.zone()).truncatedTo(ChronoUnit.MILLIS);
        return new RegisterSale(cashierSessionId, caller.id(), saleId, at, discountCodeAmount);
    }

    PlaceOrder command(Caller caller) {
        var lines = items.stream()
                .map(line -> new PlaceOrder.Item(null, line.productId(), line.quantity(), line.unitPrice()))
                .toList();
        return new PlaceOrder(
                OrderSource.DASHBOARD,
                new Recipient(null, null, null, null, null, null),
                new OrderedGoods(lines, null, discountCode, null),
                new DeliveryTerms(FulfillmentType.FROM_TO, DeliveryMode.PICKUP, null),
                new PlaceOrder.Tender(paymentMethod, cashTendered),
                null,
                null,
                caller.currency(),
                new Checkout(said(caller), DeliveryMode.PICKUP, paymentMethod, List.of()));
    }
}
