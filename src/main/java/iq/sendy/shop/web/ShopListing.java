package iq.sendy.shop.web;

import iq.sendy.platform.api.Page;
import iq.sendy.shop.ShopCategory;
import iq.sendy.shop.ShopFilter;
import iq.sendy.shop.ShopPicture;
import iq.sendy.shop.ShopProduct;
import iq.sendy.shop.ShopSort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Listing of a shop's products as a page shows it.
 *
 * @param first whether it is the first page of its list
 * @param searching whether it is what a visitor searches for, and no category
 * @param title what the list is called; null for all products
 * @param categories those that lead on from here
 * @param featured the product that stands above all others; null where there is none
 * @param heroPicture the first picture of the page; null where there is none
 */
public record ShopListing(
        ShopFilter filter,
        boolean first,
        boolean searching,
        @Nullable String title,
        List<ShopCategory> categories,
        Page<ShopProduct> products,
        @Nullable ShopProduct featured,
        @Nullable ShopPicture heroPicture) {

    public ShopListing {
        categories = List.copyOf(categories);
    }

    /** The orders that it can have. */
    public List<ShopSort> sorts() {
        return List.of(ShopSort.values());
    }

    /** The same in another order. */
    public ShopFilter sorted(ShopSort sort) {
        return new ShopFilter(filter.q(), filter.categoryId(), sort);
    }
}
