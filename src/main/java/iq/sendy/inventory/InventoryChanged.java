package iq.sendy.inventory;

import java.util.UUID;

/** Changed stock: what is on hand or reserved in a row is another number; once for a row and transaction, heard in it. */
public record InventoryChanged(UUID store, ItemView item, long sequence) {}
