package iq.sendy.identity;

import iq.sendy.stores.StoreView;

/** All that can come of an operator changing a store. */
public sealed interface ChangeStoreResult {

    record Changed(StoreView store) implements ChangeStoreResult {}

    record NoSuchStore() implements ChangeStoreResult {}

    record SlugTaken() implements ChangeStoreResult {}
}
