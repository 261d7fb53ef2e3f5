package iq.sendy.shop;

import iq.sendy.catalog.DisplayedProducts;
import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.Quantities;
import iq.sendy.catalog.Quantities.Quantity;
import iq.sendy.catalog.StockedProduct;
import iq.sendy.media.ImageSizes;
import iq.sendy.media.Images;
import iq.sendy.media.SizedImage;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.ChangeMark;
import iq.sendy.platform.sql.OneTrip;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Trip;
import iq.sendy.pricing.DeliveryFeeSpan;
import iq.sendy.pricing.DeliveryFees;
import iq.sendy.storefront.OpenStorefront;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Sights of shops' fronts, which most visitors come in by. Who has seen one before is told by one row that nothing has happened
 * since, or in one trip whether it looks the same: the questions that follow from its products are asked beside them, of those
 * that were there.
 */
@Service
public class ShopSights {

    private final DisplayedProducts displayedProducts;
    private final Quantities quantities;
    private final Images images;
    private final DeliveryFees deliveryFees;
    private final Pipeline pipeline;
    private final OneTrip oneTrip;
    private final Clock clock;

    ShopSights(
            DisplayedProducts displayedProducts,
            Quantities quantities,
            Images images,
            DeliveryFees deliveryFees,
            Pipeline pipeline,
            OneTrip oneTrip,
            Clock clock) {
        this.displayedProducts = displayedProducts;
        this.quantities = quantities;
        this.images = images;
        this.deliveryFees = deliveryFees;
        this.pipeline = pipeline;
        this.oneTrip = oneTrip;
        this.clock = clock;
    }

    /** What is to be seen, in two trips. */
    @Transactional(readOnly = true)
    public ShopSight first(OpenStorefront shop, Paging paging) {
        return answered(questions(pipeline.open(), shop, paging, null));
    }

    /** What must be asked to know whether a sight is still the same; nothing is sent yet. */
    public SightQuestions ask(ShopSight before) {
        var shop = before.shop();
        return questions(oneTrip.open(shop.store().id()), shop, before.paging(), before);
    }

    /**
     * What is to be seen now, outside of any transaction; empty where nothing has happened since. What was not answered on the way
     * costs a trip, and another one a product that was not there or was not counted.
     */
    public Optional<ShopSight> again(SightQuestions questions) {
        var settled = questions.settled();
        var store = questions.shop().store().id();
        return settled != null && settled.equals(oneTrip.single(store, questions.mark()))
                ? Optional.empty()
                : Optional.of(answered(questions));
    }

    private SightQuestions questions(Trip trip, OpenStorefront shop, Paging paging, @Nullable ShopSight before) {
        var store = shop.store().id();
        var rule = ShopWindow.rule(shop.settings());
        var expected = before == null ? Set.<UUID>of() : before.counted();
        // First, so that it stands for no less than what is read behind it.
        var mark = trip.add(ChangeMark.of(store));
        return new SightQuestions(
                trip,
                mark,
                clock.instant(),
                shop,
                paging,
                before,
                SingletonSupplier.of(() -> new SightQuestions.FrontQuestions(
                        displayedProducts.newest(trip, store, rule, paging),
                        trip.add(displayedProducts.categories(store, rule)),
                        trip.add(deliveryFees.version(store)),
                        trip.addIf(!expected.isEmpty(), () -> quantities.availableOf(store, expected)))));
    }

    private ShopSight answered(SightQuestions questions) {
        var trip = questions.trip();
        var look = questions.look();
        trip.send();
        var shop = questions.shop();
        var store = shop.store().id();
        var before = questions.before();
        var page = look.products().get();
        var products = page.items();
        var counted = products.stream()
                .filter(ProductView::tracked)
                .map(ProductView::id)
                .collect(Collectors.toSet());
        var knows = before != null && before.counted().containsAll(counted);
        var sized = before == null ? Map.<String, Optional<ImageSizes>>of() : before.sized();
        var fresh = products.stream()
                .flatMap(product -> product.imageUrls().stream())
                .filter(url -> !sized.containsKey(url))
                .toList();
        var left = trip.addIf(!knows && !counted.isEmpty(), () -> quantities.availableOf(store, counted));
        var sizes = trip.add(images.sizes(store, fresh));
        trip.send();
        var all = all(products, sized, sizes.answer());
        var seen =
                seen(shop, products, (knows ? look.left() : left).answer(), all).iterator();
        var front = new ShopFront(
                look.categories().answer().stream().map(ShopWindow::category).toList(),
                page.map(_ -> seen.next()),
                fees(shop, look.fees(), before));
        return new ShopSight(
                shop,
                questions.mark().single(),
                questions.since(),
                questions.paging(),
                front,
                counted,
                all,
                look.fees().first());
    }

    private static List<ShopProduct> seen(
            OpenStorefront shop,
            List<ProductView> products,
            List<Quantity> left,
            Map<String, Optional<ImageSizes>> sized) {
        return products.stream()
                .map(product -> ShopProduct.of(
                        StockedProduct.of(product, left),
                        product.imageUrls().stream()
                                .map(url -> ShopPicture.of(
                                        url,
                                        sized.getOrDefault(url, Optional.empty())
                                                .orElse(null)))
                                .toList(),
                        shop.settings().lowStockThreshold()))
                .toList();
    }

    /** The pictures of these products alone: what is not shown any more is not kept. */
    private static Map<String, Optional<ImageSizes>> all(
            List<ProductView> products, Map<String, Optional<ImageSizes>> known, List<SizedImage> learned) {
        var all = new HashMap<String, Optional<ImageSizes>>();
        products.forEach(product ->
                product.imageUrls().forEach(url -> all.put(url, known.getOrDefault(url, Optional.empty()))));
        learned.forEach(each -> all.put(each.url(), Optional.of(each.sizes())));
        return all;
    }

    private @Nullable DeliveryFeeSpan fees(OpenStorefront shop, Query<UUID> version, @Nullable ShopSight before) {
        if (before != null && before.fees().equals(version.first())) {
            return before.front().fees();
        }
        return deliveryFees.span(shop.store().id(), shop.settings(), 0, version).orElse(null);
    }
}
