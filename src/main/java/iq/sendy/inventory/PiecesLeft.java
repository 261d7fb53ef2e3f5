package iq.sendy.inventory;

/**
 * How many products have so much left.
 *
 * @param pieces available ones, in all warehouses
 * @param products that are tracked and not archived
 */
public record PiecesLeft(long pieces, long products) {}
