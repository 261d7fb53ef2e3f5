package iq.sendy.shop;

import iq.sendy.catalog.DisplayOrder;
import iq.sendy.kernel.WireWord;

/** Sort order of products that a visitor chooses. */
public enum ShopSort implements WireWord {
    NEWEST("newest", DisplayOrder.NEWEST),
    PRICE_UP("price", DisplayOrder.CHEAPEST),
    PRICE_DOWN("-price", DisplayOrder.DEAREST);

    private final String word;
    private final DisplayOrder order;

    ShopSort(String word, DisplayOrder order) {
        this.word = word;
        this.order = order;
    }

    DisplayOrder order() {
        return order;
    }

    @Override
    public String toString() {
        return word;
    }
}
