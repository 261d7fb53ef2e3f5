package iq.sendy.dashboard.cashier;

import iq.sendy.cashier.PinProduct;
import iq.sendy.cashier.PinnedProduct;
import iq.sendy.cashier.PinnedProducts;
import iq.sendy.catalog.ProductFilter;
import iq.sendy.catalog.Products;
import iq.sendy.catalog.StockedProduct;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.Images;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Paging;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a register sells: all products on sale, for who may see them, and at least those that are pinned. */
@Component
class CounterGoods {

    private static final ProductFilter FOR_SALE = new ProductFilter(null, null, true, null);
    private static final Paging ALL_PINS = new Paging(1, PinnedProduct.MOST, null, UnaryOperator.identity());
    private static final String PICTURE_WIDTH = "?w=180";

    private final Products products;
    private final PinnedProducts pins;
    private final Images images;

    CounterGoods(Products products, PinnedProducts pins, Images images) {
        this.products = products;
        this.pins = pins;
        this.images = images;
    }

    /**
     * A part of what is for sale.
     *
     * @param pinned all that are pinned, in their order
     * @param next where the next part begins; null where there is none
     */
    record RegisterShelf(
            List<ShelfGoods> goods,
            List<UUID> pinned,
            @Nullable String next) {

        RegisterShelf {
            goods = List.copyOf(goods);
            pinned = List.copyOf(pinned);
        }
    }

    /**
     * One product, as a register keeps it.
     *
     * @param price in minor units; null where it has none
     * @param picture of our own; null where there is none, or it is elsewhere
     * @param available null where nobody counts, or the reader may not know
     */
    record ShelfGoods(
            UUID id,
            String sku,
            String name,
            @Nullable Long price,
            @Nullable String barcode,
            @Nullable String picture,
            @Nullable Long available) {}

    RegisterShelf shelf(Caller caller, Paging paging) {
        var store = caller.store();
        var pinned = pinned(store);
        var ids = pinned.stream().map(each -> each.pin().productId()).toList();
        if (caller.missing("products.view", "catalog:read") != null) {
            return new RegisterShelf(pinned.stream().map(CounterGoods::goods).toList(), ids, null);
        }
        var page = products.list(store, FOR_SALE, new Paging(1, Paging.MOST, paging.cursor(), paging.seal()));
        return new RegisterShelf(
                page.items().stream().map(each -> goods(store, each)).toList(), ids, page.nextCursor());
    }

    List<PinProduct.Result.Pinned> pinned(StoreId store) {
        return pins.list(store, ALL_PINS).items();
    }

    private static ShelfGoods goods(PinProduct.Result.Pinned pinned) {
        var offer = pinned.offer();
        return new ShelfGoods(offer.productId(), offer.sku(), offer.name(), offer.price(), null, null, null);
    }

    ShelfGoods goods(StoreId store, StockedProduct stocked) {
        var product = stocked.product();
        var picture = product.imageUrls().stream()
                .flatMap(url -> images.path(store, url).stream())
                .map(path -> path + PICTURE_WIDTH)
                .findFirst();
        return new ShelfGoods(
                product.id(),
                product.sku(),
                product.name(),
                product.price(),
                product.barcode(),
                picture.orElse(null),
                stocked.available());
    }
}
