package iq.sendy.demo;

import iq.sendy.kernel.Currency;
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.CreateDiscountCode;
import iq.sendy.pricing.Discount;
import iq.sendy.pricing.DiscountCode;
import iq.sendy.pricing.DiscountCodes;
import iq.sendy.pricing.DiscountRule;
import iq.sendy.pricing.DiscountRules;
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRuleType;
import iq.sendy.pricing.ShippingRules;
import iq.sendy.stores.SaveSettings;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the demo's store has decided: its settings, its codes and discounts, and what delivery costs. */
@Component
class DemoPrices implements DemoScene {

    /** Before the shelf is filled: the settings say in which currency. */
    private static final Duration FIXED_BEFORE = Duration.ofDays(31).plusMinutes(30);

    private static final int TEN_PERCENT = 1_000;
    private static final int FIFTEEN_PERCENT = 1_500;

    private final Settings settings;
    private final DiscountCodes codes;
    private final DiscountRules rules;
    private final ShippingRules shipping;

    DemoPrices(Settings settings, DiscountCodes codes, DiscountRules rules, ShippingRules shipping) {
        this.settings = settings;
        this.codes = codes;
        this.rules = rules;
        this.shipping = shipping;
    }

    @Override
    public void plan(DemoShop shop) {
        shop.simulation().plan(shop.simulation().end().minus(FIXED_BEFORE), () -> fix(shop));
    }

    private void fix(DemoShop shop) {
        var store = shop.store();
        var owner = shop.team().owner();
        var now = shop.simulation().end();
        settings.create(store, owner, new FloraSettings());
        code(shop, command("FLORA10", new Discount.PercentOff(TEN_PERCENT), null, 100L));
        code(shop, command("WELCOME5", new Discount.AmountOff(5_000), null, null));
        code(shop, command("NAWROZ", new Discount.PercentOff(FIFTEEN_PERCENT), now.minus(Duration.ofDays(12)), 50L));
        rules.create(
                store,
                owner,
                Currency.IQD,
                of(
                        "أسبوع الافتتاح: ألفان على كل قطعة",
                        new Discount.AmountOff(2_000),
                        List.of(Channel.STOREFRONT, Channel.SOCIAL),
                        now.minus(Duration.ofDays(24))));
        rules.create(
                store,
                owner,
                Currency.IQD,
                of("عرض الموقع: خمسة بالمئة", new Discount.PercentOff(500), List.of(Channel.STOREFRONT), null));
        var flat = List.of(
                ShippingRule.ShippingRuleDetails.flat("بغداد", 5_000, List.of("BG"), 10),
                ShippingRule.ShippingRuleDetails.flat("باقي المحافظات", 8_000, List.of(), 0),
                of("توصيل مجاني في بغداد فوق 90 ألفاً", 90_000, List.of("BG")));
        flat.forEach(details -> shipping.create(store, owner, Currency.IQD, details));
    }

    private void code(DemoShop shop, DiscountCode.DiscountCodeDetails details) {
        codes.create(shop.store(), shop.team().owner(), new CreateDiscountCode(Currency.IQD, details));
    }

    /** Once for each customer, from thirty thousand on. */
    private static DiscountCode.DiscountCodeDetails command(
            String word, Discount discount, @Nullable Instant expires, @Nullable Long maxUses) {
        return new DiscountCode.DiscountCodeDetails(word, discount, 30_000L, maxUses, 1L, null, expires, true, null);
    }

    private static DiscountRule.DiscountRuleDetails of(
            String name, Discount discount, List<Channel> channels, @Nullable Instant expires) {
        return new DiscountRule.DiscountRuleDetails(name, discount, null, channels, 0, null, expires, true);
    }

    /** Free from a value on, in these provinces. */
    private static ShippingRule.ShippingRuleDetails of(String name, long least, List<String> provinces) {
        return new ShippingRule.ShippingRuleDetails(
                name, ShippingRuleType.FREE_SHIPPING, null, least, null, null, null, null, provinces, 20, true);
    }

    /** The settings of the shop, over the defaults. */
    private static final class FloraSettings implements SaveSettings {

        @Override
        public StoreSettings over(StoreSettings before) {
            return new StoreSettings(
                    before.currency(),
                    before.zone(),
                    "ورد وهدايا",
                    before.countryCode(),
                    before.language(),
                    5_000,
                    "بغداد، الكرادة، شارع 62، مقابل مكتبة النهضة",
                    before.requireOrderConfirmation(),
                    before.uniqueExternalRef(),
                    before.askForPrice(),
                    before.defaultWeightGrams(),
                    before.lowStockThreshold());
        }
    }
}
