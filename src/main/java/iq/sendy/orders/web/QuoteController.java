package iq.sendy.orders.web;

import iq.sendy.cashier.RegisterSale;
import iq.sendy.geography.Geography;
import iq.sendy.geography.Province;
import iq.sendy.kernel.Phone;
import iq.sendy.orders.AddressRules;
import iq.sendy.orders.Checkout;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.OrderQuotes;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.QuoteBody;
import iq.sendy.orders.RequestQuote;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;

/** Quotes on the wire. */
@StoreController
class QuoteController {

    private final OrderQuotes quotes;
    private final Geography geography;
    private final OrderPreconditions known;

    QuoteController(OrderQuotes quotes, Geography geography, OrderPreconditions known) {
        this.quotes = quotes;
        this.geography = geography;
        this.known = known;
    }

    /** The create body, of which only items or value are required; what else is sent is checked as for create. */
    @RefusedWith(
            code = {
                "address.province_unknown",
                "address.area_mismatch",
                "address.coordinates",
                "cashier_session.unknown"
            })
    record QuoteRequest(
            @Text(Text.NAME) @Nullable String customerName,
            @Nullable Phone customerPhone,
            @Text(Text.ADDRESS) @Nullable String customerAddress,

            @Text(Text.REFERENCE) @Example("\"BG\"") @Nullable
            String addressProvinceCode,

            @ReferenceTo("area") @Nullable UUID addressAreaId,

            @Decimal(min = "-1000", max = "1000", scale = 15)
            Patch<BigDecimal> deliveryLat,

            @Decimal(min = "-1000", max = "1000", scale = 15)
            Patch<BigDecimal> deliveryLng,

            @Size(min = 1, max = 200) @Nullable List<@Nullable OrderItem> items,
            @Amount @Example("25000") @Nullable Long orderValue,
            @Amount @Nullable Long deliveryFee,
            @Text(Text.REFERENCE) @Nullable String externalRef,
            @Nullable FulfillmentType fulfillmentType,
            @Nullable DeliveryMode deliveryMode,
            @Nullable PaymentMethod paymentMethod,
            @Text(Text.REFERENCE) @Nullable String discountCode,
            @Text(Text.NOTES) @Nullable String notes,
            @ReferenceTo("package_size") @Nullable UUID packageSizeId,
            @Amount @Nullable Long cashTendered,
            @ReferenceTo("cashier_session") @Nullable UUID cashierSessionId)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (orderValue == null && items == null && !violations.has("orderValue") && !violations.has("items")) {
                violations.add("orderValue", "field.required");
            }
            AddressRules.coordinates(deliveryLat, deliveryLng, violations);
            OrderItem.check(items, violations);
        }

        /** Of a body with faults its code is not asked about: one that does not hold refuses no quote. */
        RequestQuote command(Caller caller, @Nullable String province, Violations violations) {
            var draft = OrderItem.unreadable(violations);
            return new RequestQuote(
                    OrderItem.goods(
                            items, orderValue, violations.isEmpty() ? discountCode : null, packageSizeId, draft),
                    OrderController.sourceOf(caller),
                    Objects.requireNonNullElse(deliveryMode, DeliveryMode.STANDARD),
                    customerPhone,
                    province,
                    deliveryFee,
                    draft,
                    new Checkout(
                            new RegisterSale(cashierSessionId, caller.id(), null, null),
                            Objects.requireNonNullElse(deliveryMode, DeliveryMode.PICKUP),
                            PaymentMethod.CASH,
                            List.of()));
        }
    }

    @PostMapping("/orders/quote")
    @Allows(permission = "orders.view", scope = "orders:read")
    @Describes(
            value = "Price a would-be order: what applies, what is lost and why, and how shipping is chosen",
            refuses = RequestQuote.Result.class)
    Answer<QuoteBody> quote(@Body Bound<QuoteRequest> body, Caller caller) {
        OrderItem.checkPrices(body.value().items(), caller);
        var code = body.value().addressProvinceCode();
        AddressRules.area(code, body.value().addressAreaId(), geography, body.problems());
        known.addViolationsOfSession(caller, body.value().cashierSessionId(), body.problems());
        var province = code == null
                ? null
                : geography.province(code).map(Province::code).orElse(null);
        var command = body.value().command(caller, province, body.problems());
        if (!body.problems().isEmpty()) {
            known.addViolations(caller, List.of(body.problems()), List.of(command));
        }
        body.problems().refuseIfAny();
        return switch (quotes.quote(caller.store(), command)) {
            case RequestQuote.Result.Quoted(var pricedBasket) ->
                Answer.ok("order.quoted", QuoteBody.of(pricedBasket, caller.currency()));
            case RequestQuote.Result.Invalid invalid -> Answer.refused(invalid);
        };
    }
}
