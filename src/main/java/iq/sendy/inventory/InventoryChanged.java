package iq.sendy.inventory;

import java.time.Instant;
import java.util.UUID;

/** On hand or reserved of a row changed: once for a row and transaction, heard in it. */
public record InventoryChanged(
        UUID store,
        UUID item,
        UUID product,
        String sku,
        String productName,
        UUID warehouse,
        long onHand,
        long reserved,
        long available,
        long sequence,
        Instant at) {}
