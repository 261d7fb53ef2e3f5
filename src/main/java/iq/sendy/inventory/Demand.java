package iq.sendy.inventory;

import java.util.UUID;

/** Demand for a product: so many pieces of it, over all lines of a basket. */
public record Demand(UUID productId, long quantity) {

    public Demand {
        if (quantity <= 0) {
            throw new IllegalArgumentException("Nobody wants " + quantity + " pieces");
        }
    }
}
