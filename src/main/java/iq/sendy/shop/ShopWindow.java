package iq.sendy.shop;

import iq.sendy.catalog.CategoryView;
import iq.sendy.catalog.DisplayFilter;
import iq.sendy.catalog.DisplayRule;
import iq.sendy.catalog.DisplayedProducts;
import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.Quantities;
import iq.sendy.catalog.StockedProduct;
import iq.sendy.media.ImageSizes;
import iq.sendy.media.Images;
import iq.sendy.media.SizedImage;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.pricing.DeliveryFees;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.stores.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

    /** Products of the same category beside one. */
    private static final int ALIKE = 4;

    /** The newest products, as many as a list may have. */
    private static final Paging NEWEST = new Paging(1, Paging.MOST, null, UnaryOperator.identity());

    private final DisplayedProducts displayedProducts;
    private final Quantities quantities;
    private final Images images;
    private final DeliveryFees deliveryFees;
    private final Pipeline pipeline;

    ShopWindow(
            DisplayedProducts displayedProducts,
            Quantities quantities,
            Images images,
            DeliveryFees deliveryFees,
            Pipeline pipeline) {
        this.displayedProducts = displayedProducts;
        this.quantities = quantities;
        this.images = images;
        this.deliveryFees = deliveryFees;
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

    /** Categories, and as many of the newest products as a list may have. */
    @Transactional(readOnly = true)
    public ShopFront front(OpenStorefront shop) {
        return front(shop, ShopFilter.ANY, NEWEST);
    }

    /** Categories and a page of products, in the trips of the products alone. */
    @Transactional(readOnly = true)
    public ShopFront front(OpenStorefront shop, ShopFilter filter, Paging paging) {
        var trip = pipeline.open();
        var found = displayedProducts.list(trip, shop.store().id(), filter(shop, filter), paging);
        var categories = trip.add(displayedProducts.categories(shop.store().id(), rule(shop.settings())));
        var fees = deliveryFees.spans(trip, shop.store().id(), shop.settings());
        trip.send();
        return new ShopFront(
                categories.answer().stream().map(ShopWindow::category).toList(),
                seen(shop, found.get()),
                fees.apply(0).orElse(null));
    }

    /** Empty when no visitor may see it. */
    @Transactional(readOnly = true)
    public Optional<ShopProduct> product(OpenStorefront shop, String sku) {
        return bySku(shop, List.of(sku)).stream().findFirst();
    }

    /** A product with what stands beside it, in three trips; empty when no visitor may see it. */
    @Transactional(readOnly = true)
    public Optional<ShopShelf> shelf(OpenStorefront shop, String sku) {
        var store = shop.store().id();
        var trip = pipeline.open();
        var found = trip.add(displayedProducts.bySku(store, rule(shop.settings()), List.of(sku)));
        var categories = trip.add(displayedProducts.categories(store, rule(shop.settings())));
        var fees = deliveryFees.spans(trip, store, shop.settings());
        trip.send();
        return found.first().map(product -> {
            var category = categories.answer().stream()
                    .filter(each -> each.id().equals(product.categoryId()))
                    .map(ShopWindow::category)
                    .findFirst();
            var both = new ArrayList<>(List.of(product));
            category.ifPresent(each -> both.addAll(alike(shop, each, product)));
            var seen = seen(shop, both);
            var price = product.price();
            return new ShopShelf(
                    seen.getFirst(),
                    category.orElse(null),
                    seen.subList(1, seen.size()),
                    fees.apply(price == null ? 0 : price).orElse(null));
        });
    }

    private List<ProductView> alike(OpenStorefront shop, ShopCategory category, ProductView product) {
        var trip = pipeline.open();
        var found = displayedProducts.list(
                trip,
                shop.store().id(),
                filter(shop, new ShopFilter(null, category.id(), ShopSort.NEWEST)),
                new Paging(1, ALIKE + 1, null, UnaryOperator.identity()));
        trip.send();
        return found.get().items().stream()
                .filter(other -> !other.id().equals(product.id()))
                .limit(ALIKE)
                .toList();
    }

    /** Those of these SKUs that visitors may see, in their order. */
    @Transactional(readOnly = true)
    public List<ShopProduct> bySku(OpenStorefront shop, List<String> skus) {
        var found = displayedProducts.bySku(shop.store().id(), rule(shop.settings()), skus);
        var products = seen(shop, pipeline.ask(found).answer());
        return skus.stream()
                .distinct()
                .flatMap(
                        sku -> products.stream().filter(product -> product.sku().equals(sku)))
                .toList();
    }

    /** A part of all addresses in the shop, from 1 on; no product where there are no so many parts. */
    @Transactional(readOnly = true)
    public ShopMap map(OpenStorefront shop, int part) {
        var store = shop.store().id();
        var rule = rule(shop.settings());
        var trip = pipeline.open();
        var categories = trip.add(displayedProducts.categories(store, rule));
        var total = trip.add(displayedProducts.count(store, rule));
        var products = trip.add(displayedProducts.addresses(store, rule, (part - 1) * ShopMap.PART, ShopMap.PART));
        trip.send();
        return new ShopMap(
                categories.answer().stream().map(CategoryView::id).toList(), products.answer(), total.single());
    }

    private Page<ShopProduct> seen(OpenStorefront shop, Page<ProductView> page) {
        var seen = seen(shop, page.items()).iterator();
        return page.map(_ -> seen.next());
    }

    /** What is left of them and how large their pictures are: what only their rows tell to ask for, in one trip. */
    private List<ShopProduct> seen(OpenStorefront shop, List<ProductView> products) {
        var store = shop.store().id();
        var tracked = products.stream()
                .filter(ProductView::tracked)
                .map(ProductView::id)
                .toList();
        var urls = products.stream()
                .flatMap(product -> product.imageUrls().stream())
                .toList();
        var trip = pipeline.open();
        var left = trip.addIf(!tracked.isEmpty(), () -> quantities.availableOf(store, tracked));
        var sizes = trip.add(images.sizes(store, urls));
        trip.send();
        var sized = sizes.answer().stream().collect(Collectors.toMap(SizedImage::url, SizedImage::sizes, (a, _) -> a));
        return products.stream()
                .map(product -> ShopProduct.of(
                        StockedProduct.of(product, left.answer()),
                        pictures(product, sized),
                        shop.settings().lowStockThreshold()))
                .toList();
    }

    private static List<ShopPicture> pictures(ProductView product, Map<String, ImageSizes> sized) {
        return product.imageUrls().stream()
                .map(url -> ShopPicture.of(url, sized.get(url)))
                .toList();
    }

    static ShopCategory category(CategoryView category) {
        return new ShopCategory(category.id(), category.name(), category.parentCategoryId());
    }

    private static DisplayFilter filter(OpenStorefront shop, ShopFilter filter) {
        return new DisplayFilter(
                rule(shop.settings()),
                filter.q(),
                filter.categoryId(),
                filter.sort().order());
    }

    static DisplayRule rule(StoreSettings settings) {
        return settings.askForPrice() ? DisplayRule.PRICELESS_TOO : DisplayRule.PRICED;
    }
}
