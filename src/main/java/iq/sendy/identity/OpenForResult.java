package iq.sendy.identity;

import iq.sendy.stores.StoreView;

/** All that can come of an operator opening a store for somebody. */
public sealed interface OpenForResult {

    record Opened(StoreView store) implements OpenForResult {}

    /** One or both belong to somebody already. */
    record Taken(boolean phone, boolean slug) implements OpenForResult {}
}
