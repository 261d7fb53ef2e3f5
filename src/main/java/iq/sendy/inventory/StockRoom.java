package iq.sendy.inventory;

import java.util.UUID;

/** How many pieces of a product fit beside those that are there. */
public record StockRoom(UUID productId, long pieces) {}
