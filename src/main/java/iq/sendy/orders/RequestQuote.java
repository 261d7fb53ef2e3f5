package iq.sendy.orders;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ask what a would-be order costs. It takes what an order takes, of which only items or value must be known.
 *
 * @param draft whether its body has faults, so that what it names can be judged and its value can not
 */
public record RequestQuote(
        List<PlaceOrder.Item> items,
        @Nullable Long orderValue,
        @Nullable String discountCode,
        OrderSource source,
        DeliveryMode deliveryMode,
        @Nullable Phone customerPhone,
        @Nullable String provinceCode,
        @Nullable Long deliveryFee,
        @Nullable UUID packageSizeId,
        Currency currency,
        boolean draft) {

    public RequestQuote {
        items = List.copyOf(items);
    }

    /** Whether there is anything in it that only the store can judge. */
    public boolean namesWhatTheStoreHas() {
        return !items.isEmpty() || discountCode != null || packageSizeId != null;
    }
}
