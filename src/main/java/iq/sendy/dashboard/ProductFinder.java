package iq.sendy.dashboard;

import iq.sendy.catalog.ProductFilter;
import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.Products;
import iq.sendy.catalog.StockedProduct;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Paging;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Products by what was typed into a form that wants one of them: a few to choose from, for whoever may see the catalogue. */
@Component
public class ProductFinder {

    private static final Paging FEW = new Paging(1, 8, null, UnaryOperator.identity());

    private final Products products;

    ProductFinder(Products products) {
        this.products = products;
    }

    public static boolean maySearch(Caller caller) {
        return caller.missing("products.view", "catalog:read") == null;
    }

    /** Those that are on sale; the newest where nothing was typed. */
    public List<StockedProduct> onSale(String q, Caller caller) {
        return found(new ProductFilter(q.isBlank() ? null : q, null, true, null), caller);
    }

    /** On sale or not; none where nothing was typed. */
    public List<ProductView> any(String q, Caller caller) {
        return q.isEmpty() ? List.of() : views(new ProductFilter(q, null, null, null), caller);
    }

    public Optional<ProductView> named(String sku, Caller caller) {
        return sku.isEmpty()
                ? Optional.empty()
                : views(new ProductFilter(null, null, null, sku), caller).stream()
                        .findFirst();
    }

    /** The one that was typed whole, as a scanner does. */
    public static Optional<ProductView> scanned(String q, List<ProductView> found) {
        return found.stream()
                .filter(each -> each.sku().equalsIgnoreCase(q) || q.equals(each.barcode()))
                .findFirst();
    }

    private List<ProductView> views(ProductFilter filter, Caller caller) {
        return found(filter, caller).stream().map(StockedProduct::product).toList();
    }

    private List<StockedProduct> found(ProductFilter filter, Caller caller) {
        return maySearch(caller) ? products.list(caller.store(), filter, FEW).items() : List.of();
    }
}
