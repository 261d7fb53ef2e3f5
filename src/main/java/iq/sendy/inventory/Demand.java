package iq.sendy.inventory;

import java.util.UUID;

/** Demand for a product. So many pieces of a product, over all lines of a basket. */
public record Demand(UUID productId, long quantity) {

    public Demand {
        if (quantity <= 0) {
            throw new IllegalArgumentException("Nobody wants " + quantity + " pieces");
        }
    }
}
