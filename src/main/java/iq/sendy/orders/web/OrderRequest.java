package iq.sendy.orders.web;

import iq.sendy.geography.Geography;
import iq.sendy.geography.LocateResult;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.orders.ChangeAddress;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.GeoPoint;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import iq.sendy.orders.RequestQuote;
import iq.sendy.platform.api.RefusedWith;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The create body of contract section 3, which bulk rows and the change of an address have as well. */
@RefusedWith(
        code = {"address.province_unknown", "address.area_mismatch", "address.coordinates", "cashier_session.unknown"})
record OrderRequest(
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

        @Amount @Example("25000") @Nullable Long orderValue,
        @Amount @Example("5000") @Nullable Long deliveryFee,

        @Text(Text.REFERENCE) @Example("\"IG-1042\"") @Nullable
        String externalRef,

        @Example("\"from_to\"") @Nullable FulfillmentType fulfillmentType,
        @Example("\"Standard\"") @Nullable DeliveryMode deliveryMode,
        @Example("\"CashOnDelivery\"") @Nullable PaymentMethod paymentMethod,
        @Size(min = 1, max = 200) @Nullable List<@Nullable OrderItem> items,
        @Text(Text.REFERENCE) @Nullable String discountCode,

        @Text(Text.NOTES) @Example("\"اتصل قبل الوصول\"") @Nullable
        String notes,

        @ReferenceTo("package_size") @Nullable UUID packageSizeId,
        @Amount @Nullable Long cashTendered,
        @ReferenceTo("cashier_session") @Nullable UUID cashierSessionId)
        implements CrossFieldRules {

    @Override
    public void check(Violations violations) {
        if (orderValue == null && items == null && !violations.has("orderValue") && !violations.has("items")) {
            violations.add("orderValue", "field.required");
        }
        coordinates(deliveryLat, deliveryLng, violations);
        OrderItem.check(items, violations);
        if (cashierSessionId != null) {
            violations.add("cashierSessionId", "cashier_session.unknown");
        }
    }

    static void coordinates(Patch<BigDecimal> deliveryLat, Patch<BigDecimal> deliveryLng, Violations violations) {
        if (violations.has("deliveryLat") || violations.has("deliveryLng")) {
            return;
        }
        var lat = deliveryLat.value();
        var lng = deliveryLng.value();
        if (lat == null && (lng != null || (deliveryLng.present() && !deliveryLat.present()))) {
            violations.add("deliveryLat", "address.coordinates");
        } else if (lng == null && (lat != null || (deliveryLat.present() && !deliveryLng.present()))) {
            violations.add("deliveryLng", "address.coordinates");
        }
        if (lat != null && !GeoPoint.latInIraq(lat)) {
            violations.add("deliveryLat", "address.coordinates");
        }
        if (lng != null && !GeoPoint.lngInIraq(lng)) {
            violations.add("deliveryLng", "address.coordinates");
        }
    }

    /** Whether the area lies in the province. */
    void checkAddress(Geography geography, Violations violations) {
        checkAddress(addressProvinceCode, addressAreaId, geography, violations);
    }

    static void checkAddress(
            @Nullable String province, @Nullable UUID area, Geography geography, Violations violations) {
        if (province == null) {
            return;
        }
        if (geography.province(province).isEmpty()) {
            violations.add("addressProvinceCode", "address.province_unknown");
        } else if (area != null && !(geography.locate(province, area) instanceof LocateResult.Located)) {
            violations.add("addressAreaId", "address.area_mismatch");
        }
    }

    /** The command, of a body that was found valid. */
    PlaceOrder command(OrderSource source, Currency currency, Geography geography) {
        return new PlaceOrder(
                source,
                new Recipient(
                        customerName,
                        customerPhone,
                        customerAddress,
                        geography.province(addressProvinceCode).orElseThrow().code(),
                        addressAreaId,
                        place()),
                new OrderedGoods(OrderItem.all(items), orderValue, discountCode, packageSizeId),
                new DeliveryTerms(
                        Objects.requireNonNullElse(fulfillmentType, FulfillmentType.FROM_TO),
                        Objects.requireNonNullElse(deliveryMode, DeliveryMode.STANDARD),
                        deliveryFee),
                new PlaceOrder.Tender(
                        Objects.requireNonNullElse(paymentMethod, PaymentMethod.CASH_ON_DELIVERY), cashTendered),
                externalRef,
                notes,
                currency);
    }

    /**
     * What the store is asked about a body that need not be valid: whether it has what the body names, and what it comes
     * to when that can be read.
     */
    RequestQuote question(@Nullable String code, OrderSource source, Violations violations) {
        var draft = OrderItem.unreadable(violations);
        return new RequestQuote(
                OrderItem.goods(items, orderValue, code, packageSizeId, draft),
                source,
                Objects.requireNonNullElse(deliveryMode, DeliveryMode.STANDARD),
                customerPhone,
                null,
                deliveryFee,
                draft);
    }

    ChangeAddress changeAddress() {
        return new ChangeAddress(customerAddress, deliveryLat.present(), place());
    }

    private @Nullable GeoPoint place() {
        var lat = deliveryLat.value();
        var lng = deliveryLng.value();
        return lat == null || lng == null ? null : new GeoPoint(lat, lng);
    }
}
