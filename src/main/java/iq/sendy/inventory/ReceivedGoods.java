package iq.sendy.inventory;

import java.util.UUID;

/**
 * Goods of a receipt: so many pieces of a product, and what they cost together with their share of the fees.
 *
 * @param pieces none for a cost that comes after the pieces did
 * @param worth in minor units
 */
public record ReceivedGoods(UUID productId, long pieces, long worth) {

    public ReceivedGoods {
        if (pieces < 0 || worth < 0) {
            throw new IllegalArgumentException("Nobody receives " + pieces + " pieces for " + worth);
        }
    }
}
