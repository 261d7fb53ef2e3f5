package iq.sendy.inventory;

/** All that can come of counting or adjusting a row of stock. */
public sealed interface ChangeStockResult {

    record Changed(ItemView item) implements ChangeStockResult {}

    record NoSuchItem() implements ChangeStockResult {}

    /** Something moved since the counting began. */
    record Stale(long onHand) implements ChangeStockResult {}

    /** Less than what is promised to orders, or less than nothing. */
    record BelowReserved(long onHand, long reserved) implements ChangeStockResult {}

    /** More than a row holds. */
    record TooMany(long onHand) implements ChangeStockResult {}
}
