package iq.sendy.orders;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ask what a would-be order costs. It takes what an order takes, of which only items or value must be known. */
public record AskQuote(
        List<PlaceOrder.Item> items,
        @Nullable Long orderValue,
        @Nullable String discountCode,
        OrderSource source,
        DeliveryMode deliveryMode,
        @Nullable Phone customerPhone,
        @Nullable String provinceCode,
        @Nullable Long deliveryFee,
        @Nullable UUID packageSizeId,
        Currency currency) {

    public AskQuote {
        items = List.copyOf(items);
    }
}
