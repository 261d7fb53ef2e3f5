package iq.sendy.inventory;

import java.time.Instant;
import java.util.UUID;

/** Available fell to the store's threshold or below: once, and not at each sale below it; heard in the same transaction. */
public record InventoryLow(
        UUID store,
        UUID item,
        UUID product,
        String sku,
        String productName,
        UUID warehouse,
        long onHand,
        long reserved,
        long available,
        long threshold,
        long sequence,
        Instant at) {}
