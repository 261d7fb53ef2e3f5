package iq.sendy.shop;

import iq.sendy.catalog.StockedProduct;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Product as visitors see it: neither what it costs the shop nor how many pieces there are. Texts are as they were typed.
 *
 * @param price in minor units; 0 is free, null is on request
 * @param available whether a piece can be ordered now
 * @param low whether few pieces are left
 */
public record ShopProduct(
        UUID id,
        String sku,
        String name,
        @Nullable String description,
        @Nullable Long price,
        @Nullable Long compareAtPrice,
        List<ShopPicture> pictures,
        @Nullable UUID categoryId,
        boolean available,
        boolean low) {

    public ShopProduct {
        pictures = List.copyOf(pictures);
    }

    /** The same with other words about it. */
    public ShopProduct described(@Nullable String words) {
        return new ShopProduct(id, sku, name, words, price, compareAtPrice, pictures, categoryId, available, low);
    }

    /** @param few how few pieces are few */
    static ShopProduct of(StockedProduct stocked, List<ShopPicture> pictures, long few) {
        var product = stocked.product();
        var left = stocked.available();
        return new ShopProduct(
                product.id(),
                product.sku(),
                product.name(),
                product.description(),
                product.price(),
                product.compareAtPrice(),
                pictures,
                product.categoryId(),
                left == null || left > 0,
                left != null && left > 0 && left <= few);
    }
}
