package iq.sendy.platform.sql;

import iq.sendy.kernel.StoreId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Lengths that a store keeps, since counting them would read every row: changed with what they count, never below zero. */
public final class StoreCounters {

    private StoreCounters() {}

    /** So many more of each, or fewer. Rows are locked in the order of their names, until the commit: send it last. */
    public static Query<Boolean> add(StoreId store, Map<String, Long> more) {
        var sorted = new TreeMap<>(more);
        // A CHECK looks at the row that would be inserted, even where there is one already.
        return Query.write("""
                        insert into platform.store_counter as c (store_id, name, value)
                        select :store, name, greatest(more, 0)
                        from unnest(:names::text[], :more::bigint[]) as m (name, more) order by name
                        on conflict (store_id, name) do update set value = c.value + (
                            select more from unnest(:names::text[], :more::bigint[]) as m (name, more)
                            where m.name = c.name)
                        """)
                .param("store", store.value())
                .param("names", sorted.keySet().toArray(String[]::new))
                .param("more", sorted.values().toArray(Long[]::new));
    }

    /** What they are together; one that was never changed is zero. */
    public static Query<Long> sum(StoreId store, Collection<String> names) {
        return Query.of("""
                        select coalesce(sum(value), 0)::bigint from platform.store_counter
                        where store_id = :store and name = any (:names)
                        """, (row, _) -> row.getLong(1))
                .param("store", store.value())
                .param("names", names.toArray(String[]::new));
    }
}
