package iq.sendy.catalog;

import java.time.Instant;

/** What the address of a product on display is made of, and when it last changed. */
public record DisplayedAddress(String sku, Instant updatedAt) {}
