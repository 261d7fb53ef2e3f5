package iq.sendy.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product is for sale that was not there before; heard in the same transaction. */
public record ProductCreated(
        UUID store,
        String currency,
        ProductView product,
        @Nullable Long available) {}
