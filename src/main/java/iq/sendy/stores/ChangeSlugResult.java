package iq.sendy.stores;

/** All that can come of giving a store another slug. */
public sealed interface ChangeSlugResult {

    record Moved(StoreView store) implements ChangeSlugResult {}

    record NoSuchStore() implements ChangeSlugResult {}

    record SlugInvalid() implements ChangeSlugResult {}

    record SlugReserved() implements ChangeSlugResult {}

    record SlugTaken() implements ChangeSlugResult {}
}
