package iq.sendy.shop;

import iq.sendy.catalog.CategoryView;
import iq.sendy.catalog.DisplayFilter;
import iq.sendy.catalog.DisplayRule;
import iq.sendy.catalog.DisplayedProducts;
import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.Quantities;
import iq.sendy.catalog.Quantities.Quantity;
import iq.sendy.catalog.StockedProduct;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.StoreSettings;
import iq.sendy.storefront.OpenStorefront;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Window of a shop: what visitors see of its goods. A page of them is two trips, the goods and then what is left of them, which
 * is told as "there is some" and "few are left" and never as a number. What is sold out keeps its place.
 */
@Service
public class ShopWindow {

    /** How many products a page of the shop shows. */
    public static final int PAGE = 30;

    private final DisplayedProducts displayedProducts;
    private final Quantities quantities;
    private final Pipeline pipeline;

    ShopWindow(DisplayedProducts displayedProducts, Quantities quantities, Pipeline pipeline) {
        this.displayedProducts = displayedProducts;
        this.quantities = quantities;
        this.pipeline = pipeline;
    }

    /** In the shop's own order: those in which something is to be seen, and those above them. */
    @Transactional(readOnly = true)
    public List<ShopCategory> categories(OpenStorefront shop) {
        var found = displayedProducts.categories(shop.store().id(), rule(shop.settings()));
        return pipeline.ask(found).answer().stream().map(ShopWindow::category).toList();
    }

    @Transactional(readOnly = true)
    public Page<ShopProduct> products(OpenStorefront shop, ShopFilter filter, Paging paging) {
        var trip = pipeline.open();
        var found = displayedProducts.list(trip, shop.store().id(), filter(shop, filter), paging);
        trip.send();
        return seen(shop, found.get());
    }

    /** Categories and a page of products, in the trips of the products alone. */
    @Transactional(readOnly = true)
    public ShopFront front(OpenStorefront shop, ShopFilter filter, Paging paging) {
        var trip = pipeline.open();
        var found = displayedProducts.list(trip, shop.store().id(), filter(shop, filter), paging);
        var categories = trip.add(displayedProducts.categories(shop.store().id(), rule(shop.settings())));
        trip.send();
        return new ShopFront(
                categories.answer().stream().map(ShopWindow::category).toList(), seen(shop, found.get()));
    }

    /** Empty when no visitor may see it. */
    @Transactional(readOnly = true)
    public Optional<ShopProduct> product(OpenStorefront shop, String sku) {
        return bySku(shop, List.of(sku)).stream().findFirst();
    }

    /** Those of these SKUs that visitors may see, in their order. */
    @Transactional(readOnly = true)
    public List<ShopProduct> bySku(OpenStorefront shop, List<String> skus) {
        var found = displayedProducts.bySku(shop.store().id(), rule(shop.settings()), skus);
        var products = seen(shop, pipeline.ask(found).answer());
        return skus.stream()
                .distinct()
                .flatMap(sku ->
                        products.stream().filter(product -> product.sku().equals(sku)))
                .toList();
    }

    private Page<ShopProduct> seen(OpenStorefront shop, Page<ProductView> page) {
        var seen = seen(shop, page.items()).iterator();
        return page.map(_ -> seen.next());
    }

    private List<ShopProduct> seen(OpenStorefront shop, List<ProductView> products) {
        var tracked = products.stream()
                .filter(ProductView::tracked)
                .map(ProductView::id)
                .toList();
        var trip = pipeline.open();
        Query<Quantity> left = trip.addIf(
                !tracked.isEmpty(), () -> quantities.availableOf(shop.store().id(), tracked));
        trip.send();
        return products.stream()
                .map(product -> seen(shop, StockedProduct.of(product, left.answer())))
                .toList();
    }

    private static ShopProduct seen(OpenStorefront shop, StockedProduct stocked) {
        var pictures = stocked.product().imageUrls().stream()
                .map(url -> new ShopPicture(url, null, null, null))
                .toList();
        return ShopProduct.of(stocked, pictures, shop.settings().lowStockThreshold());
    }

    private static ShopCategory category(CategoryView category) {
        return new ShopCategory(category.id(), category.name(), category.parentCategoryId());
    }

    private static DisplayFilter filter(OpenStorefront shop, ShopFilter filter) {
        return new DisplayFilter(
                rule(shop.settings()),
                filter.q(),
                filter.categoryId(),
                filter.sort().order());
    }

    private static DisplayRule rule(StoreSettings settings) {
        return settings.askForPrice() ? DisplayRule.PRICELESS_TOO : DisplayRule.PRICED;
    }
}
