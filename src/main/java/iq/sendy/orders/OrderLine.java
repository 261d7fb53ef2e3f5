package iq.sendy.orders;

import java.util.UUID;

/** A line of an order as it was agreed; amounts in minor units, {@code lineTotal} net of its part of the discounts. */
public record OrderLine(
        UUID id,
        UUID productId,
        String sku,
        String name,
        long quantity,
        long unitPrice,
        long discountAmount,
        long lineTotal) {}
