package iq.sendy.checkout;

import iq.sendy.geography.Geography;
import iq.sendy.geography.Province;
import iq.sendy.kernel.Phone;
import iq.sendy.orders.AddressRules;
import iq.sendy.orders.BasketError;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.RequestQuote;
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
import iq.sendy.pricing.PricedBasket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Basket of a visitor who asks what it costs. Of a checkout only the items are required; what else is sent is checked. */
@RefusedWith(code = {"address.province_unknown", "address.area_mismatch", "address.coordinates"})
public record ShopBasket(
        @Text(Text.NAME) @Nullable String customerName,
        @Nullable Phone customerPhone,
        @Text(Text.ADDRESS) @Nullable String customerAddress,

        @Text(Text.REFERENCE) @Example("\"BG\"") @Nullable String addressProvinceCode,

        @ReferenceTo("area") @Nullable UUID addressAreaId,

        @Decimal(min = "-1000", max = "1000", scale = 15) Patch<BigDecimal> deliveryLat,

        @Decimal(min = "-1000", max = "1000", scale = 15) Patch<BigDecimal> deliveryLng,

        @Required @Size(min = 1, max = 200) List<@Nullable BasketItem> items,
        @Text(Text.REFERENCE) @Nullable String discountCode,
        @Text(Text.NOTES) @Nullable String notes)
        implements CrossFieldRules {

    /** What a page knows of it before its visitor has typed everything. */
    public static ShopBasket of(
            List<BasketItem> items,
            @Nullable Phone phone,
            @Nullable String provinceCode,
            @Nullable String discountCode) {
        return new ShopBasket(
                null,
                phone,
                null,
                provinceCode,
                null,
                Patch.leftOut(),
                Patch.leftOut(),
                new ArrayList<@Nullable BasketItem>(items),
                discountCode,
                null);
    }

    @Override
    public void check(Violations violations) {
        AddressRules.coordinates(deliveryLat, deliveryLng, violations);
    }

    /** Of a body with faults its code is not asked about: one that does not hold refuses no quote. */
    RequestQuote command(Geography geography, Violations violations) {
        return new RequestQuote(
                new OrderedGoods(BasketItem.ordered(items), null, violations.isEmpty() ? discountCode : null, null),
                OrderSource.STOREFRONT,
                DeliveryMode.STANDARD,
                customerPhone,
                addressProvinceCode == null
                        ? null
                        : geography
                                .province(addressProvinceCode)
                                .map(Province::code)
                                .orElse(null),
                null,
                !violations.isEmpty());
    }

    /** All that can come of asking what a basket costs. */
    public sealed interface Result {

        record Quoted(PricedBasket priced) implements Result {}

        /** It has faults, or names what the store does not have. A code that does not hold is among what was lost. */
        @RefusedWith(
                codesOf = BasketError.class,
                code = {
                    "field.required",
                    "field.invalid",
                    "field.too_long",
                    "field.out_of_range",
                    "phone.invalid",
                    "address.province_unknown",
                    "address.area_mismatch",
                    "address.coordinates"
                })
        record Invalid(List<Violation> violations) implements Result, Refusal {}
    }
}
