package iq.sendy.catalog.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreLock;
import iq.sendy.platform.sql.Trip;

/**
 * Per-store mutex of an arrangement of the catalog. Until all processes take a {@link StoreLock}, those of the release before
 * are excluded by the row that they lock: two releases run at once. The release after this one takes the {@code StoreLock}
 * alone, and the one after that drops {@code catalog.turn}.
 */
public enum CatalogLock {
    CATEGORIES("categories"),
    PACKAGE_SIZES("package_sizes");

    private final String name;

    CatalogLock(String name) {
        this.name = name;
    }

    /** Waits on that trip for who has the lock; it is held until the transaction ends. */
    public void take(Trip trip, StoreId store) {
        trip.add(formerly(store));
        trip.add(StoreLock.take(store, "catalog." + name));
    }

    private Query<Boolean> formerly(StoreId store) {
        return Query.write("""
                        insert into catalog.turn (store_id, name) values (:store, :name)
                        on conflict (store_id, name) do update set name = excluded.name
                        """).param("store", store.value()).param("name", name);
    }
}
