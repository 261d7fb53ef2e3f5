package iq.sendy.shop.web;

import iq.sendy.platform.api.Page;
import iq.sendy.shop.ShopCategory;
import iq.sendy.shop.ShopFilter;
import iq.sendy.shop.ShopPicture;
import iq.sendy.shop.ShopProduct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Listing of a shop as a page shows it: what is looked for, what was found, and where it goes on.
 *
 * @param first whether it is the first page of its list
 * @param title what the list is called; null for all products
 * @param more the link to the next page; null on the last
 * @param beginning the link to the first page
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
        List<Sort> sorts,
        @Nullable String more,
        String beginning,
        @Nullable ShopProduct featured,
        @Nullable ShopPicture heroPicture) {

    public ShopListing {
        categories = List.copyOf(categories);
        sorts = List.copyOf(sorts);
    }

    /** A link to the same list in another order, or the mark of the one that it has. */
    public record Sort(String name, String url, boolean current) {}
}
