package iq.sendy.orders;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Place an order by its value.
 *
 * @param orderValue what the goods cost, in minor units of {@code currency}
 * @param deliveryFee in minor units; null lets the store's rules decide
 * @param currency the one that the amounts were read in; the store's must still be the same when the order is stored
 */
public record PlaceOrder(
        OrderSource source,
        String customerName,
        Phone customerPhone,
        String customerAddress,
        String provinceCode,
        UUID areaId,
        @Nullable Point place,
        long orderValue,
        @Nullable Long deliveryFee,
        @Nullable String externalRef,
        FulfillmentType fulfillmentType,
        DeliveryMode deliveryMode,
        PaymentMethod paymentMethod,
        @Nullable String notes,
        @Nullable Long cashTendered,
        Currency currency) {}
