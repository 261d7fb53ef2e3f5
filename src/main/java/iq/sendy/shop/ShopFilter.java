package iq.sendy.shop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Filter of the products that a visitor wants to see; all that is given must hold.
 *
 * @param q a part of the name or SKU, or the barcode
 * @param categoryId with all below it
 */
public record ShopFilter(@Nullable String q, @Nullable UUID categoryId, ShopSort sort) {

    public static final ShopFilter ANY = new ShopFilter(null, null, ShopSort.NEWEST);
}
