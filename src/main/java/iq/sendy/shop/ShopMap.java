package iq.sendy.shop;

import iq.sendy.catalog.DisplayedAddress;
import java.util.List;
import java.util.UUID;

/**
 * Map of a shop, for search engines: its categories, and a part of its products.
 *
 * @param total how many products there are in all parts
 */
public record ShopMap(List<UUID> categories, List<DisplayedAddress> products, long total) {

    /** How many products a part holds. */
    public static final int PART = 5_000;

    public ShopMap {
        categories = List.copyOf(categories);
        products = List.copyOf(products);
    }

    public int parts() {
        return Math.toIntExact(Math.max(1, (total + PART - 1) / PART));
    }
}
