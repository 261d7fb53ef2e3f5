package iq.sendy.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Products are new, have another SKU or name, or went into or came out of the archive: what whoever keeps rows by product
 * must know. Once for a step however many there are, heard in its transaction, before the events of each.
 */
public record ProductsListed(
        UUID store,
        List<Listed> products,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable String actorName,
        Instant at) {

    /**
<<<<<<< HEAD
     * A product as it stands after the step.
=======
     * What is new or other of one product.
>>>>>>> a1aaca04d49a80f67805522d32391c92be3240f5
     *
     * @param fresh whether it was not there before
     * @param initialQuantity the first quantity of a fresh one
     */
    public record Listed(
            UUID product, String sku, String name, boolean archived, boolean fresh, @Nullable Long initialQuantity) {}

    public ProductsListed {
        products = List.copyOf(products);
    }
}
