package iq.sendy;

import iq.sendy.catalog.Categories;
import iq.sendy.catalog.Products;
import iq.sendy.catalog.SaveCategory;
import iq.sendy.catalog.SaveProduct;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Patch;
import iq.sendy.pricing.CreateDiscountCode;
import iq.sendy.pricing.Discount;
import iq.sendy.pricing.DiscountCode;
import iq.sendy.pricing.DiscountCodes;
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRules;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the demo store sells, and for how much: flowers, a code of ten percent, and the way to its customers. */
@Component
class DemoShelf {

    private final Products products;
    private final Categories categories;
    private final DiscountCodes discountCodes;
    private final ShippingRules shippingRules;
    private final JsonMapper json;

    DemoShelf(
            Products products,
            Categories categories,
            DiscountCodes discountCodes,
            ShippingRules shippingRules,
            JsonMapper json) {
        this.products = products;
        this.categories = categories;
        this.discountCodes = discountCodes;
        this.shippingRules = shippingRules;
        this.json = json;
    }

    /**
     * A product of the demo.
     *
     * @param quantity null for what never runs out
     */
    record DemoProduct(
            String sku,
            String name,
            String category,
            long price,
            long cost,
            long weightGrams,
            @Nullable Long quantity) {}

    void fill(StoreId store) {
        var known = new HashMap<String, UUID>();
        for (var demoProduct : rows()) {
            products.save(store, Actor.SYSTEM, command(demoProduct, category(store, demoProduct.category(), known)));
        }
        discountCodes.create(
                store,
                Actor.SYSTEM,
                new CreateDiscountCode(
                        Currency.IQD,
                        DiscountCode.DiscountCodeDetails.of(
                                "FLORA10", new Discount.PercentOff(1_000), 30_000L, 100L, 1L)));
        shippingRules.create(
                store,
                Actor.SYSTEM,
                Currency.IQD,
                ShippingRule.ShippingRuleDetails.flat("بغداد", 5_000, List.of("BG"), 10));
        shippingRules.create(
                store,
                Actor.SYSTEM,
                Currency.IQD,
                ShippingRule.ShippingRuleDetails.flat("باقي المحافظات", 8_000, List.of(), 0));
    }

    private UUID category(StoreId store, String name, Map<String, UUID> known) {
        return known.computeIfAbsent(name, _ -> {
            var command = new SaveCategory(Patch.of(name), Patch.leftOut(), Patch.of((long) known.size()));
            if (categories.add(store, Actor.SYSTEM, command) instanceof SaveCategory.Result.Saved(var category)) {
                return category.id();
            }
            throw new IllegalStateException("A category of the demo was refused");
        });
    }

    private static SaveProduct command(DemoProduct demoProduct, UUID category) {
        return new SaveProduct(
                Patch.of(demoProduct.sku()),
                Patch.of(demoProduct.name()),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.of(demoProduct.price()),
                Patch.leftOut(),
                Patch.of(demoProduct.cost()),
                Patch.leftOut(),
                Patch.of(category),
                Patch.of(demoProduct.weightGrams()),
                Patch.leftOut(),
                Patch.leftOut(),
                demoProduct.quantity(),
                Currency.IQD);
    }

    private List<DemoProduct> rows() {
        try (var file = DemoShelf.class.getResourceAsStream("/demo/flora-products.json")) {
            if (file == null) {
                throw new IllegalStateException("demo/flora-products.json is not packed");
            }
            return json.readValue(file, new TypeReference<List<DemoProduct>>() {});
        } catch (IOException failed) {
            throw new IllegalStateException("demo/flora-products.json cannot be read", failed);
        }
    }
}
