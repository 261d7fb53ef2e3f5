package iq.sendy.identity;

import iq.sendy.stores.StoreView;

/** All that can come of an operator opening a store for somebody. */
public sealed interface OpenStoreForResult {

    record Opened(StoreView store) implements OpenStoreForResult {}

    /** One or both belong to somebody already. */
    record Taken(boolean phone, boolean slug) implements OpenStoreForResult {}
}
