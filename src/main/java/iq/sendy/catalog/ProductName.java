package iq.sendy.catalog;

import java.util.UUID;

/** Name of a product, and the SKU that it has now. */
public record ProductName(UUID productId, String sku, String name) {}
