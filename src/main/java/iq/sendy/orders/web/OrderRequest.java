package iq.sendy.orders.web;

import iq.sendy.cashier.RegisterSale;
import iq.sendy.geography.Geography;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.When;
import iq.sendy.orders.AddressRules;
import iq.sendy.orders.ChangeAddress;
import iq.sendy.orders.Checkout;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import iq.sendy.orders.RequestQuote;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The create body of contract section 3, which bulk rows, sales and the change of an address have as well. Who orders and
 * where it goes may be left out of a sale at the counter alone, which {@link #lacking} is asked about.
 */
@Required
@RefusedWith(
        code = {"address.province_unknown", "address.area_mismatch", "address.coordinates", "cashier_session.unknown"})
record OrderRequest(
        @Text(Text.NAME) @Example("\"زينب علي\"") @Nullable String customerName,

        @Example("\"0770 123 4567\"") @Nullable Phone customerPhone,

        @Text(Text.ADDRESS) @Example("\"الكرادة، قرب جامع الزوية\"") @Nullable
        String customerAddress,

        @Text(Text.REFERENCE) @Example("\"BG\"") @Nullable String addressProvinceCode,

        @ReferenceTo("area") @Example("\"a1b10358-97d4-5103-a3a0-08c5cf65be8a\"") @Nullable
        UUID addressAreaId,

        @Decimal(min = "-1000", max = "1000", scale = 15) @Example("33.3128")
        Patch<BigDecimal> deliveryLat,

        @Decimal(min = "-1000", max = "1000", scale = 15) @Example("44.4215")
        Patch<BigDecimal> deliveryLng,

        @Amount @Example("25000") @Nullable Long orderValue,
        @Amount @Example("5000") @Nullable Long deliveryFee,

        @Text(Text.REFERENCE) @Example("\"IG-1042\"") @Nullable
        String externalRef,

        @Example("\"from_to\"") @Nullable FulfillmentType fulfillmentType,
        @Example("\"Standard\"") @Nullable DeliveryMode deliveryMode,
        @Example("\"CashOnDelivery\"") @Nullable PaymentMethod paymentMethod,
        @Size(min = 1, max = 200) @Nullable List<@Nullable OrderItem> items,
        @Text(Text.REFERENCE) @Nullable String discountCode,
        @Amount @Nullable Long discountCodeAmount,

        @Text(Text.NOTES) @Example("\"اتصل قبل الوصول\"") @Nullable
        String notes,

        @ReferenceTo("package_size") @Nullable UUID packageSizeId,
        @Amount @Nullable Long cashTendered,
        @ReferenceTo("cashier_session") @Nullable UUID cashierSessionId,
        @ReferenceTo("sale") @Nullable UUID saleId,
        @Nullable When soldAt)
        implements CrossFieldRules {

    @Override
    public void check(Violations violations) {
        if (orderValue == null && items == null && !violations.has("orderValue") && !violations.has("items")) {
            violations.add("orderValue", "field.required");
        }
        AddressRules.coordinates(deliveryLat, deliveryLng, violations);
        OrderItem.check(items, violations);
        if (soldAt != null && saleId == null && !violations.has("saleId")) {
            violations.add("saleId", "field.required");
        }
    }

    /** What it lacks should it be no sale; what was sent and cannot be read is said otherwise. */
    List<Violation> lacking(Violations violations) {
        var given = new LinkedHashMap<String, Boolean>();
        given.put("customerName", customerName != null);
        given.put("customerPhone", customerPhone != null);
        given.put("customerAddress", customerAddress != null);
        given.put("addressProvinceCode", addressProvinceCode != null);
        given.put("addressAreaId", addressAreaId != null);
        return given.entrySet().stream()
                .filter(field -> !field.getValue() && !violations.has(field.getKey()))
                .map(field -> Violation.at(field.getKey(), "field.required"))
                .toList();
    }

    /** Whether it has happened: then the prices that it was sent with are taken, whoever sends it. */
    boolean happened() {
        return soldAt != null;
    }

    private @Nullable Instant soldAt(ZoneId zone) {
        return soldAt == null ? null : soldAt.start(zone).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * What a register says with it.
     *
     * @param seller whose open session makes a sale of it; null where it must name its session
     */
    RegisterSale said(@Nullable UUID seller, ZoneId zone) {
        return new RegisterSale(cashierSessionId, seller, saleId, soldAt(zone), discountCodeAmount);
    }

    /** How it is sold should it be a sale: carried away, and for cash unless another way was named. */
    Checkout checkout(RegisterSale said) {
        var method = paymentMethod == null || paymentMethod == PaymentMethod.CASH_ON_DELIVERY
                ? PaymentMethod.CASH
                : paymentMethod;
        return new Checkout(
                said,
                Objects.requireNonNullElse(deliveryMode, DeliveryMode.PICKUP),
                method,
                said.certain() ? List.of() : lacking(new Violations()));
    }

    /** Whether the area lies in the province. */
    void checkAddress(Geography geography, Violations violations) {
        AddressRules.area(addressProvinceCode, addressAreaId, geography, violations);
        if (addressProvinceCode == null && addressAreaId != null && !violations.has("addressProvinceCode")) {
            violations.add("addressProvinceCode", "field.required");
        }
    }

    /** The command, of a body that was found valid. */
    PlaceOrder command(OrderSource source, Currency currency, Geography geography, RegisterSale said) {
        return new PlaceOrder(
                source,
                new Recipient(
                        customerName,
                        customerPhone,
                        customerAddress,
                        addressProvinceCode == null
                                ? null
                                : geography
                                        .province(addressProvinceCode)
                                        .orElseThrow()
                                        .code(),
                        addressAreaId,
                        AddressRules.place(deliveryLat, deliveryLng)),
                new OrderedGoods(OrderItem.all(items), orderValue, discountCode, packageSizeId),
                new DeliveryTerms(
                        Objects.requireNonNullElse(fulfillmentType, FulfillmentType.FROM_TO),
                        Objects.requireNonNullElse(deliveryMode, DeliveryMode.STANDARD),
                        deliveryFee),
                new PlaceOrder.Tender(
                        Objects.requireNonNullElse(paymentMethod, PaymentMethod.CASH_ON_DELIVERY), cashTendered),
                externalRef,
                notes,
                currency,
                checkout(said));
    }

    /**
     * What the store is asked about a body that need not be valid: whether it has what the body names, and what it comes
     * to when that can be read.
     */
    RequestQuote question(@Nullable String code, OrderSource source, Violations violations) {
        var draft = OrderItem.unreadable(violations);
        return new RequestQuote(
                OrderItem.goods(items, orderValue, code, packageSizeId, draft),
                cashierSessionId == null ? source : OrderSource.POS,
                Objects.requireNonNullElse(deliveryMode, DeliveryMode.STANDARD),
                customerPhone,
                null,
                deliveryFee,
                draft);
    }

    ChangeAddress changeAddress() {
        return new ChangeAddress(
                Objects.requireNonNull(customerAddress),
                deliveryLat.present(),
                AddressRules.place(deliveryLat, deliveryLng));
    }
}
