package iq.sendy.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product changed, or came back from the archive; heard in the same transaction. */
public record ProductUpdated(
        UUID store,
        String currency,
        ProductView product,
        @Nullable Long available) {}
