package iq.sendy.checkout;

import iq.sendy.geography.Geography;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.orders.AddressRules;
import iq.sendy.orders.BasketError;
import iq.sendy.orders.Checkout;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import iq.sendy.orders.RequestQuote;
import iq.sendy.orders.Shortage;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.pricing.CodeRefusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checkout of a visitor as it is sent, as JSON or by the form of a page. A price that comes along is not read. */
@RefusedWith(code = {"address.province_unknown", "address.area_mismatch", "address.coordinates"})
public record ShopCheckout(
        @Required @Text(Text.NAME) @Example("\"زينب علي\"") String customerName,

        @Required @Example("\"0770 123 4567\"") Phone customerPhone,

        @Required @Text(Text.ADDRESS) @Example("\"الكرادة، قرب جامع الزوية\"")
        String customerAddress,

        @Required @Text(Text.REFERENCE) @Example("\"BG\"") String addressProvinceCode,

        @Required @ReferenceTo("area") @Example("\"a1b10358-97d4-5103-a3a0-08c5cf65be8a\"")
        UUID addressAreaId,

        @Decimal(min = "-1000", max = "1000", scale = 15) @Example("33.3128")
        Patch<BigDecimal> deliveryLat,

        @Decimal(min = "-1000", max = "1000", scale = 15) @Example("44.4215")
        Patch<BigDecimal> deliveryLng,

        @Required @Size(min = 1, max = 200) List<@Nullable BasketItem> items,
        @Text(Text.REFERENCE) @Nullable String discountCode,

        @Text(Text.NOTES) @Example("\"اتصل قبل الوصول\"") @Nullable
        String notes,

        @Text(Text.REFERENCE) @Example("\"481516\"") @Nullable
        String otpCode)
        implements CrossFieldRules {

    @Override
    public void check(Violations violations) {
        AddressRules.coordinates(deliveryLat, deliveryLng, violations);
    }

    /** The order, of a checkout that was found valid. */
    PlaceOrder command(Currency currency, Geography geography, @Nullable String campaign) {
        return new PlaceOrder(
                OrderSource.STOREFRONT,
                new Recipient(
                        customerName,
                        customerPhone,
                        customerAddress,
                        geography.province(addressProvinceCode).orElseThrow().code(),
                        addressAreaId,
                        AddressRules.place(deliveryLat, deliveryLng)),
                new OrderedGoods(BasketItem.ordered(items), null, discountCode, null),
                new DeliveryTerms(FulfillmentType.FROM_TO, DeliveryMode.STANDARD, null),
                new PlaceOrder.Tender(PaymentMethod.CASH_ON_DELIVERY, null),
                null,
                notes,
                currency,
                Checkout.NONE,
                campaign);
    }

    /** What the store is asked about a checkout that has faults already, so that its sender hears of all at once. */
    RequestQuote question() {
        return new RequestQuote(
                new OrderedGoods(BasketItem.ordered(items), null, discountCode, null),
                OrderSource.STOREFRONT,
                DeliveryMode.STANDARD,
                customerPhone,
                null,
                null,
                true);
    }

    /** All that can come of a checkout. */
    public sealed interface Result {

        /**
         * It is an order.
         *
         * @param duplicate whether it was one before: this is the first
         */
        record Placed(OrderView order, boolean duplicate) implements Result {}

        /** It has faults, names what the store does not have, or a code that does not hold. */
        @RefusedWith(
                codesOf = {BasketError.class, CodeRefusal.class},
                code = {
                    "field.required",
                    "field.invalid",
                    "field.too_long",
                    "field.out_of_range",
                    "phone.invalid",
                    "address.province_unknown",
                    "address.area_mismatch",
                    "address.coordinates",
                    "otp.required",
                    "otp.wrong"
                })
        record Invalid(List<Violation> violations) implements Result, Refusal {}

        /** It was filled in by something that sees what no person sees; once more without that, and it is as any other. */
        @RefusedWith(code = "order.unlikely")
        record Unlikely() implements Result, Refusal {}

        /** The store takes no orders from this customer. A stranger is told to call, and not what the shop thinks. */
        @RefusedWith(status = 409, code = "customer.blocked", field = "customerPhone")
        record CustomerBlocked() implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(Violation.at("customerPhone", "customer.blocked").said("order_by_call", List.of()));
            }
        }

        /** With this phone there are as many orders as a shop takes of one. */
        @RefusedWith(status = 409, code = "order.too_many", field = "customerPhone")
        record TooManyOrders() implements Result, Refusal {}

        /** From this network too many phones have ordered that the shop does not know. */
        @RefusedWith(status = 429, code = "rate.exceeded")
        record TooManyNewcomers(Duration delay) implements Result, Refusal {}

        /** There is not enough of something. */
        @RefusedWith(status = 409, code = "stock.insufficient")
        record OutOfStock(List<Shortage> shortages) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return Shortage.violations(shortages);
            }
        }
    }
}
