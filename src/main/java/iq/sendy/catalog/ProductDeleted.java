package iq.sendy.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product was archived: gone from lists and from sale; heard in the same transaction. */
public record ProductDeleted(
        UUID store,
        String currency,
        ProductView product,
        @Nullable Long available) {}
