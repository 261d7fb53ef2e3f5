package iq.sendy.catalog.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;

/** Per-store lock by name. Makes those who change the same arrangement of a store come one after the other. */
public final class StoreLock {

    public static final String CATEGORIES = "categories";
    public static final String PACKAGE_SIZES = "package_sizes";

    private StoreLock() {}

    /** Waits for one's turn, which lasts until the step ends; the row is made when it is first needed. */
    public static Query<Boolean> take(StoreId store, String name) {
        return Query.write("""
                        insert into catalog.turn (store_id, name) values (:store, :name)
                        on conflict (store_id, name) do update set name = excluded.name
                        """).param("store", store.value()).param("name", name);
    }
}
