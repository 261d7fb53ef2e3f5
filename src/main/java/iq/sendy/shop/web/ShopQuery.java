package iq.sendy.shop.web;

import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Text;
import iq.sendy.shop.ShopFilter;
import iq.sendy.shop.ShopSort;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Query of a shop's products, as it stands in an address.
 *
 * @param q a part of the name or SKU, or the barcode
 * @param categoryId with all below it
 * @param sort the newest first where it is not said
 */
public record ShopQuery(
        @Text(Text.NAME) @Nullable String q,
        @ReferenceTo("category") @Nullable UUID categoryId,
        @Nullable ShopSort sort) {

    public ShopFilter filter() {
        return new ShopFilter(q, categoryId, Objects.requireNonNullElse(sort, ShopSort.NEWEST));
    }
}
