package iq.sendy.platform.sql;

import iq.sendy.kernel.StoreId;

/**
 * Per-store mutex by name. Makes those who change the same arrangement of a store, such as its default or its tree, come
 * one after the other. What a rule looks at is read by a later statement than the one that takes the lock.
 */
public final class StoreLock {

    private StoreLock() {}

    /** Waits for who has the lock; it is held until the transaction ends. Its row is made when it is first needed. */
    public static Query<Boolean> take(StoreId store, String name) {
        return Query.write("""
                        insert into platform.store_counter as c (store_id, name, value) values (:store, :lock, 0)
                        on conflict (store_id, name) do update set value = c.value
                        """).param("store", store.value()).param("lock", name);
    }
}
