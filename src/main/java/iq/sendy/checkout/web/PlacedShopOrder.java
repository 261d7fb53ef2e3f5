package iq.sendy.checkout.web;

import iq.sendy.kernel.Currency;
import iq.sendy.orders.OrderBody;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.api.SchemaOf;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A stranger's order on the wire, as it is answered to whoever has placed it: contract section 6.
 *
 * @param requireOrderConfirmation whether the shop calls before the order goes on its way
 */
record PlacedShopOrder(
        UUID id,
        String publicId,
        long number,
        OrderStatus status,
        @SchemaOf(Currency.class) String currency,
        List<OrderBody.LineBody> items,
        boolean priceToConfirm,
        OrderTotals totals,
        String trackingUrl,
        boolean duplicate,
        boolean requireOrderConfirmation) {

    /** What an order comes to. */
    record OrderTotals(BigDecimal subTotal, BigDecimal discountTotal, BigDecimal deliveryFee, BigDecimal total) {

        static OrderTotals of(OrderView.Money money) {
            var currency = money.currency();
            return new OrderTotals(
                    currency.onWire(money.subTotal()),
                    currency.onWire(money.discountTotal()),
                    currency.onWire(money.deliveryFee()),
                    currency.onWire(money.total()));
        }
    }

    static PlacedShopOrder of(OrderView order, String trackingUrl, boolean duplicate, boolean confirmation) {
        var currency = order.money().currency();
        return new PlacedShopOrder(
                order.id(),
                order.publicId(),
                order.number(),
                order.status(),
                currency.name(),
                order.lines().stream()
                        .map(line -> OrderBody.LineBody.of(line, currency))
                        .toList(),
                order.priceToConfirm(),
                OrderTotals.of(order.money()),
                trackingUrl,
                duplicate,
                confirmation || order.held());
    }
}
