package iq.sendy.shop.web;

import iq.sendy.shop.ShopPicture;
import iq.sendy.shop.ShopProduct;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.ShopAddresses;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product on the wire as strangers may see it: contract section 15. */
record PublicProductBody(
        String sku,
        String name,
        @Nullable String description,
        @Nullable BigDecimal price,
        @Nullable BigDecimal compareAtPrice,
        List<String> imageUrls,
        @Nullable UUID categoryId,
        boolean isAvailable,
        boolean isLow,
        String publicUrl) {

    static PublicProductBody of(ShopProduct product, OpenStorefront shop, ShopAddresses addresses) {
        var currency = shop.settings().currency();
        return new PublicProductBody(
                product.sku(),
                product.name(),
                product.description(),
                currency.onWireOrNull(product.price()),
                currency.onWireOrNull(product.compareAtPrice()),
                product.pictures().stream().map(ShopPicture::url).toList(),
                product.categoryId(),
                product.available(),
                product.low(),
                addresses.publicUrl(shop.store().slug(), product.sku()));
    }
}
