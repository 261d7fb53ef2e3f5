package iq.sendy.catalog;

import java.util.UUID;

/** Average cost of a product: what a piece of it cost the shop, over all that is there; in minor units. */
public record AverageCost(UUID productId, long unitCost) {}
