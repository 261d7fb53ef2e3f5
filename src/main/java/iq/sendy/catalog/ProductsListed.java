package iq.sendy.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Products that are new, have another SKU or name, or went into or came out of the archive: what whoever keeps rows by product
 * must know. Once for a transaction however many there are, heard in its transaction, before the events of each.
 */
public record ProductsListed(
        UUID store,
        List<Listed> products,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable String actorName,
        Instant at) {

    /**
     * A product as it stands now.
     *
     * @param fresh whether it was not there before
     * @param untracked whether the shop said that orders take no stock of it
     * @param initialQuantity the first quantity of a fresh one
     */
    public record Listed(
            UUID product,
            String sku,
            String name,
            boolean archived,
            boolean fresh,
            boolean untracked,
            @Nullable Long initialQuantity) {}

    public ProductsListed {
        products = List.copyOf(products);
    }
}
