package iq.sendy.stores;

import iq.sendy.kernel.StoreId;

/**
 * Currency guard, which asks whether a module above has stored amounts of money of a store: while one has, the store's
 * currency stays as it is, since the same number of another currency would be another amount.
 */
public interface StoredAmounts {

    boolean any(StoreId store);
}
