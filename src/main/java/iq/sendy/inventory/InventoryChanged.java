package iq.sendy.inventory;

import java.util.UUID;

/** On hand or reserved of a row changed: once for a row and transaction, heard in it. */
public record InventoryChanged(UUID store, ItemView item, long sequence) {}
