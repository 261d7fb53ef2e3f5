package iq.sendy.shop;

import iq.sendy.platform.api.Page;
import java.util.List;

/** Front of a shop: its categories, and a page of its products. */
public record ShopFront(List<ShopCategory> categories, Page<ShopProduct> products) {

    public ShopFront {
        categories = List.copyOf(categories);
    }
}
