package iq.sendy.stores;

/** All that can come of opening a store. */
public sealed interface OpenStoreResult {

    record Opened(StoreView store) implements OpenStoreResult {}

    /** It is not 3 to 50 of {@code a-z 0-9 -} with a letter or digit at both ends. */
    record SlugInvalid() implements OpenStoreResult {}

    record SlugReserved() implements OpenStoreResult {}

    record SlugTaken() implements OpenStoreResult {}
}
