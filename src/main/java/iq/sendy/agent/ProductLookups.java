package iq.sendy.agent;

import iq.sendy.agent.model.UntrustedText;
import iq.sendy.catalog.DisplayRule;
import iq.sendy.catalog.DisplayedProducts;
import iq.sendy.catalog.ProductSearch;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Products as the agent tells of them: those on display with a price, and whether there are any, never how many. */
@Component
class ProductLookups {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 600;

    private final ProductSearch search;
    private final DisplayedProducts products;
    private final Quantities quantities;
    private final Settings settings;
    private final ToolAnswers answers;
    private final ShopPages pages;
    private final Pipeline pipeline;

    ProductLookups(
            ProductSearch search,
            DisplayedProducts products,
            Quantities quantities,
            Settings settings,
            ToolAnswers answers,
            ShopPages pages,
            Pipeline pipeline) {
        this.search = search;
        this.products = products;
        this.quantities = quantities;
        this.settings = settings;
        this.answers = answers;
        this.pages = pages;
        this.pipeline = pipeline;
    }

    @Transactional(readOnly = true)
    public ToolOutcome search(StoreId store, String query, int most) {
        var found = search.find(store, DisplayRule.PRICED, query, most);
        var shelf = look(store, found);
        var told = found.stream().map(shelf::line).toList();
        return answers.told(Map.of("products", told), facts(shelf.currency(), found));
    }

    @Transactional(readOnly = true)
    public ToolOutcome find(StoreId store, String sku) {
        var found = pipeline.ask(products.bySku(store, DisplayRule.PRICED, List.of(sku)))
                .first();
        if (found.isEmpty()) {
            return answers.told(Map.of("found", false), TurnFacts.NONE);
        }
        var product = found.get();
        var shelf = look(store, List.of(product));
        var line = shelf.line(product);
        var description = product.description();
        if (description != null) {
            line.put("description", UntrustedText.clean(description, LONGEST_DESCRIPTION));
        }
        var page = pages.product(store, product.sku());
        page.ifPresent(url -> line.put("page", url));
        var facts = facts(shelf.currency(), List.of(product));
        return answers.told(
                Map.of("found", true, "product", line),
                page.map(url -> facts.plus(TurnFacts.ofUrl(url))).orElse(facts));
    }

    private ShelfView look(StoreId store, List<ProductView> found) {
        var tracked = found.stream()
                .filter(ProductView::tracked)
                .map(ProductView::id)
                .toList();
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
    private record ShelfView(Currency currency, Set<UUID> left) {

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
    }

    private static TurnFacts facts(Currency currency, List<ProductView> found) {
        var amounts = new HashSet<Long>();
        found.forEach(product -> {
            amounts.add(Objects.requireNonNull(product.price()));
            var before = product.compareAtPrice();
            if (isDearer(before, product)) {
                amounts.add(Objects.requireNonNull(before));
            }
        });
        var skus = found.stream().map(ProductView::sku).collect(Collectors.toSet());
        return new TurnFacts(amounts, Set.of(), Set.of(), Set.of(), skus, false, false, null);
    }
}
