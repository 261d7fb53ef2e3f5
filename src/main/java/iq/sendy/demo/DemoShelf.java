package iq.sendy.demo;

import iq.sendy.catalog.Categories;
import iq.sendy.catalog.PackageSizes;
import iq.sendy.catalog.Products;
import iq.sendy.catalog.SaveCategory;
import iq.sendy.catalog.SaveMode;
import iq.sendy.catalog.SavePackageSize;
import iq.sendy.catalog.SaveProduct;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Patch;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the demo's store sells, in which boxes. */
@Component
class DemoShelf implements DemoScene {

    private static final Duration SHELVED_BEFORE = Duration.ofDays(31);

    private final Products products;
    private final Categories categories;
    private final PackageSizes packageSizes;
    private final List<DemoProduct> rows;

    DemoShelf(Products products, Categories categories, PackageSizes packageSizes, JsonMapper json) {
        this.products = products;
        this.categories = categories;
        this.packageSizes = packageSizes;
        this.rows = rows(json);
    }

    /**
     * A product of the demo.
     *
     * @param quantity so many are there at first; null for what never runs out
     */
    record DemoProduct(
            String sku,
            String name,
            String description,
            String category,
            long price,
            long cost,
            long weightGrams,
            @Nullable Long quantity,
            FlowerDrawing picture) {}

    @Override
    public void plan(DemoShop shop) {
        shop.simulation().plan(shop.simulation().end().minus(SHELVED_BEFORE), () -> fill(shop));
    }

    private void fill(DemoShop shop) {
        var store = shop.store();
        var owner = shop.team().owner();
        var known = new HashMap<String, UUID>();
        var commands = new ArrayList<SaveProduct>();
        for (var each : rows) {
            commands.add(command(each, category(store, owner, each.category(), known)));
        }
        for (var saved : products.saveAll(store, owner, commands, SaveMode.PARTIAL)) {
            if (!(saved instanceof SaveProduct.Result.Saved(var stocked, var _))) {
                throw new IllegalStateException("A product of the demo was refused: " + saved);
            }
            shop.products().put(stocked.product().sku(), stocked.product().id());
        }
        packageSizes.add(store, owner, box("صندوق صغير", 25, 25, 20, 2_000, true));
        packageSizes.add(store, owner, box("صندوق كبير", 45, 45, 40, 6_000, false));
    }

    /** The pictures that are to be drawn, by SKU. */
    Map<String, FlowerDrawing> pictures() {
        var pictures = new HashMap<String, FlowerDrawing>();
        rows.forEach(each -> pictures.put(each.sku(), each.picture()));
        return pictures;
    }

    /** What a product costs. */
    long price(String sku) {
        return rows.stream()
                .filter(each -> each.sku().equals(sku))
                .findFirst()
                .orElseThrow()
                .price();
    }

    private UUID category(StoreId store, Actor owner, String name, Map<String, UUID> known) {
        return known.computeIfAbsent(name, _ -> {
            var command = new SaveCategory(Patch.of(name), Patch.leftOut(), Patch.of((long) known.size()));
            if (categories.add(store, owner, command) instanceof SaveCategory.Result.Saved(var category)) {
                return category.id();
            }
            throw new IllegalStateException("A category of the demo was refused");
        });
    }

    private static SavePackageSize box(
            String name, long length, long width, long height, long grams, boolean isDefault) {
        return new SavePackageSize(
                Patch.of(name),
                Patch.of(BigDecimal.valueOf(length)),
                Patch.of(BigDecimal.valueOf(width)),
                Patch.of(BigDecimal.valueOf(height)),
                Patch.of(grams),
                Patch.of(isDefault));
    }

    private static SaveProduct command(DemoProduct each, UUID category) {
        return new SaveProduct(
                Patch.of(each.sku()),
                Patch.of(each.name()),
                Patch.of(each.description()),
                Patch.leftOut(),
                Patch.of(each.price()),
                Patch.leftOut(),
                Patch.of(each.cost()),
                Patch.leftOut(),
                Patch.of(category),
                Patch.of(each.weightGrams()),
                Patch.leftOut(),
                Patch.leftOut(),
                each.quantity(),
                Currency.IQD);
    }

    /** The products, as their file has them. */
    private static List<DemoProduct> rows(JsonMapper json) {
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
