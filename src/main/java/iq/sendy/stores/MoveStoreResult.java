package iq.sendy.stores;

/** All that can come of giving a store another slug. */
public sealed interface MoveStoreResult {

    record Moved(StoreView store) implements MoveStoreResult {}

    record NoSuchStore() implements MoveStoreResult {}

    record SlugInvalid() implements MoveStoreResult {}

    record SlugReserved() implements MoveStoreResult {}

    record SlugTaken() implements MoveStoreResult {}
}
