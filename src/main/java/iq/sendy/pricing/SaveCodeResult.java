package iq.sendy.pricing;

/** All that can come of making or changing a discount code. */
public sealed interface SaveCodeResult {

    record Saved(DiscountCode code) implements SaveCodeResult {}

    /** Another code of the store has the word. */
    record WordTaken() implements SaveCodeResult {}

    record NoSuchCode() implements SaveCodeResult {}
}
