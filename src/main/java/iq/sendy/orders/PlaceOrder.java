package iq.sendy.orders;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Place an order, of items or by its value. Amounts are in minor units of {@code currency}.
 *
 * @param items empty for an order by value
 * @param orderValue what the goods cost; with items it is compared with what they come to
 * @param deliveryFee null lets the store's rules decide
 * @param currency the one that the amounts were read in; the store's must still be the same when the order is stored
 */
public record PlaceOrder(
        OrderSource source,
        String customerName,
        Phone customerPhone,
        String customerAddress,
        String provinceCode,
        UUID areaId,
        @Nullable GeoPoint place,
        List<Item> items,
        @Nullable Long orderValue,
        @Nullable Long deliveryFee,
        @Nullable String discountCode,
        @Nullable String externalRef,
        FulfillmentType fulfillmentType,
        DeliveryMode deliveryMode,
        PaymentMethod paymentMethod,
        @Nullable String notes,
        @Nullable UUID packageSizeId,
        @Nullable Long cashTendered,
        Currency currency) {

    public PlaceOrder {
        items = List.copyOf(items);
    }

    /**
     * Pieces of one product, named by SKU or id or both.
     *
     * @param unitPrice null takes the catalogue's
     */
    public record Item(
            @Nullable String sku,
            @Nullable UUID productId,
            long quantity,
            @Nullable Long unitPrice) {

        /** Whether it names a product at all; one that does not is refused before an order is asked for. */
        boolean named() {
            return sku != null || productId != null;
        }
    }

    /** The same order with its code as it is stored. */
    PlaceOrder withCode(String code) {
        return new PlaceOrder(
                source,
                customerName,
                customerPhone,
                customerAddress,
                provinceCode,
                areaId,
                place,
                items,
                orderValue,
                deliveryFee,
                code,
                externalRef,
                fulfillmentType,
                deliveryMode,
                paymentMethod,
                notes,
                packageSizeId,
                cashTendered,
                currency);
    }

    /** Whether it needs nobody but the order's own tables: then many are placed by one statement. */
    boolean plain() {
        return items.isEmpty() && discountCode == null && packageSizeId == null;
    }
}
