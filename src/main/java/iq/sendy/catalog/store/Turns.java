package iq.sendy.catalog.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Asked;

/** Makes those who change the same arrangement of a store come one after the other. */
public final class Turns {

    public static final String CATEGORIES = "categories";
    public static final String PACKAGE_SIZES = "package_sizes";

    private Turns() {}

    /** Waits for one's turn, which lasts until the step ends; the row is made when it is first needed. */
    public static Asked<Boolean> take(StoreId store, String name) {
        return Asked.write("""
                        insert into catalog.turn (store_id, name) values (:store, :name)
                        on conflict (store_id, name) do update set name = excluded.name
                        """).param("store", store.value()).param("name", name);
    }
}
