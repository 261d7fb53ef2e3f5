package iq.sendy.agent;

import iq.sendy.agent.model.UntrustedText;
import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.Quantities;
import iq.sendy.catalog.Quantities.Quantity;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shelf of a shop: whether there is any of a product, never how much. */
@Component
class ProductShelf {

    private static final int LONGEST_NAME = 200;

    private final Quantities quantities;
    private final Settings settings;
    private final Pipeline pipeline;

    ProductShelf(Quantities quantities, Settings settings, Pipeline pipeline) {
        this.quantities = quantities;
        this.settings = settings;
        this.pipeline = pipeline;
    }

    ShelfView look(StoreId store, List<ProductView> found) {
        var tracked =
                found.stream().filter(ProductView::tracked).map(ProductView::id).toList();
        var trip = pipeline.open();
        var decided = trip.add(settings.query(store));
        var counted = trip.addIf(!tracked.isEmpty(), () -> quantities.availableOf(store, tracked));
        trip.send();
        var left = counted.answer().stream()
                .filter(quantity -> quantity.available() > 0)
                .map(Quantity::productId)
                .collect(Collectors.toSet());
        return new ShelfView(decided.first().orElse(StoreSettings.DEFAULTS).currency(), left);
    }

    private static boolean isDearer(@Nullable Long before, ProductView product) {
        return before != null && before > Objects.requireNonNull(product.price());
    }

    /** What is told of products: in which currency, and of which there is something left. */
    record ShelfView(Currency currency, Set<UUID> left) {

        Map<String, Object> line(ProductView product) {
            var price = Objects.requireNonNull(product.price());
            var before = product.compareAtPrice();
            var line = new LinkedHashMap<String, Object>();
            line.put("sku", product.sku());
            line.put("name", UntrustedText.clean(product.name(), LONGEST_NAME));
            line.put("price", currency.onWire(price));
            if (before != null && isDearer(before, product)) {
                line.put("priceBefore", currency.onWire(before));
            }
            line.put("currency", currency.name());
            line.put("inStock", !product.tracked() || left.contains(product.id()));
            return line;
        }

        /** What a reply may say of them. */
        TurnFacts facts(List<ProductView> found) {
            var amounts = new HashSet<Long>();
            found.forEach(product -> {
                amounts.add(Objects.requireNonNull(product.price()));
                var before = product.compareAtPrice();
                if (isDearer(before, product)) {
                    amounts.add(Objects.requireNonNull(before));
                }
            });
            // A name may have a number in it that looks like a price.
            var names = found.stream()
                    .flatMap(product -> Stream.of(product.sku(), UntrustedText.clean(product.name(), LONGEST_NAME)))
                    .collect(Collectors.toSet());
            return new TurnFacts(amounts, Set.of(), Set.of(), Map.of(), names, Set.of(), false, null);
        }
    }
}
