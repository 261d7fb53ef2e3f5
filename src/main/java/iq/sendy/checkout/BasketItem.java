package iq.sendy.checkout;

import iq.sendy.orders.PlaceOrder;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pieces of one product in a visitor's basket. What it costs is the store's to say. */
public record BasketItem(
        @Required @Text(Text.REFERENCE) @Example("\"ROSE-RED\"")
        String sku,

        @Required @Whole(min = 1, max = 10_000) @Example("2")
        Long quantity) {

    /** As orders take them; a line with faults names nothing and keeps its place. */
    static List<PlaceOrder.Item> ordered(@Nullable List<@Nullable BasketItem> items) {
        return Objects.requireNonNullElse(items, List.<@Nullable BasketItem>of()).stream()
                .map(BasketItem::ordered)
                .toList();
    }

    private static PlaceOrder.Item ordered(@Nullable BasketItem item) {
        if (item == null) {
            return new PlaceOrder.Item(null, null, 1, null);
        }
        return new PlaceOrder.Item(item.sku, null, Objects.requireNonNullElse(item.quantity, 1L), null);
    }
}
