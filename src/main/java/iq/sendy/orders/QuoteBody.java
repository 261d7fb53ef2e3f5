package iq.sendy.orders;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.SchemaOf;
import iq.sendy.pricing.PricedBasket;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A quote on the wire: contract section 15. */
public record QuoteBody(
        List<OrderBody.LineBody> items,
        BigDecimal subTotal,
        BigDecimal discountTotal,
        BigDecimal deliveryFee,
        BigDecimal total,
        @SchemaOf(Currency.class) String currency,
        List<OrderBody.DiscountBody> applied,
        List<OrderBody.LostDiscountBody> lost,
        QuoteShipping shipping) {

    public record QuoteShipping(
            @Nullable UUID ruleId,
            @Nullable String ruleName,
            BigDecimal fee,
            List<OrderBody.ShippingOptionBody> considered) {}

    public static QuoteBody of(PricedBasket pricedBasket, Currency currency) {
        var shipping = pricedBasket.shipping();
        return new QuoteBody(
                pricedBasket.lines().stream()
                        .filter(pricedLine -> pricedLine.productId() != null)
                        .map(pricedLine -> OrderBody.LineBody.of(pricedLine, currency))
                        .toList(),
                currency.onWire(pricedBasket.subTotal()),
                currency.onWire(pricedBasket.discountTotal()),
                currency.onWire(pricedBasket.deliveryFee()),
                currency.onWire(pricedBasket.total()),
                currency.name(),
                pricedBasket.applied().stream()
                        .map(each -> OrderBody.DiscountBody.of(each, currency))
                        .toList(),
                pricedBasket.lost().stream().map(OrderBody.LostDiscountBody::of).toList(),
                new QuoteShipping(
                        shipping.ruleId(),
                        shipping.ruleName(),
                        currency.onWire(shipping.fee()),
                        shipping.considered().stream()
                                .map(each -> OrderBody.ShippingOptionBody.of(each, currency))
                                .toList()));
    }
}
