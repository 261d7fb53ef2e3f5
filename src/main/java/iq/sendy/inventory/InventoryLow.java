package iq.sendy.inventory;

import java.util.UUID;

/**
 * Low stock: what is available fell to the store's threshold or below: once, and not at each sale below it; heard in the same transaction,
 * after the change that did it, whose sequence it follows.
 */
public record InventoryLow(UUID store, ItemView item, long threshold, long sequence) {}
