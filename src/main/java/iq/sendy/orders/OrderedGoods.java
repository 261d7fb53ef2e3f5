package iq.sendy.orders;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Basket as its sender names it: products, or their value alone. Amounts are in minor units.
 *
 * @param items empty for an order by value
 * @param orderValue what the goods cost; with items it is compared with what they come to
 */
public record OrderedGoods(
        List<PlaceOrder.Item> items,
        @Nullable Long orderValue,
        @Nullable String discountCode,
        @Nullable UUID packageSizeId) {

    public OrderedGoods {
        items = List.copyOf(items);
    }

    /** Goods of a value, without a code. */
    public static OrderedGoods ofValue(long orderValue) {
        return new OrderedGoods(List.of(), orderValue, null, null);
    }

    /** Whether there is anything in it that only the store can judge. */
    public boolean namesWhatTheStoreHas() {
        return !items.isEmpty() || discountCode != null || packageSizeId != null;
    }

    OrderedGoods withCode(@Nullable String code) {
        return new OrderedGoods(items, orderValue, code, packageSizeId);
    }
}
