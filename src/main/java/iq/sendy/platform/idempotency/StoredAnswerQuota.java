package iq.sendy.platform.idempotency;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;

/**
 * The quota of a store for kept answers. What is over it is kept as a short form, which still tells that the step was done:
 * a key has one effect, whatever is kept of the answer.
 */
final class StoredAnswerQuota {

    /** A longer answer is kept as its short form, however little the store keeps. */
    static final int LONGEST = 1 << 20;

    /** Shorter ones are in proportion to what their steps leave behind, and cost no count. */
    static final int COUNTED = 4 << 10;

    private static final long MOST_OF_STORE = 64L << 20;

    private StoredAnswerQuota() {}

    static Query<Boolean> uncounted(byte[] sealed) {
        return Query.write("""
                        update platform.kept_answer
                        set status = :status, content_type = :type, language = :language, body = :body
                        where store_id = :store and credential = :credential and key = :key
                        """).param("body", sealed);
    }

    static Query<Boolean> counting(byte[] sealed, byte[] shortForm) {
        return Query.write("""
                        with spent as (
                            insert into platform.store_counter as c (store_id, name, value)
                            values (:store, 'kept', :size)
                            on conflict (store_id, name) do update set value = c.value + excluded.value
                            where c.value + excluded.value <= :most
                            returning value
                        )
                        update platform.kept_answer as k
                        set status = :status, content_type = :type, language = :language,
                            body = case when exists (select from spent) then :body else :short end
                        where k.store_id = :store and k.credential = :credential and k.key = :key
                        """)
                .param("size", (long) sealed.length)
                .param("most", MOST_OF_STORE)
                .param("short", shortForm)
                .param("body", sealed);
    }

    /** Removes answers that are too old to be asked for, a thousand at most, and gives their room back; answers how many. */
    static Query<Long> forget(StoreId store) {
        return Query.number("""
                        with gone as (
                            delete from platform.kept_answer as k using (
                                select credential, key from platform.kept_answer
                                where store_id = :store and created_at < now() - interval '%s'
                                order by created_at limit 1000 for update skip locked
                            ) as old
                            where k.store_id = :store and k.credential = old.credential and k.key = old.key
                            returning length(k.body) as size
                        ), given_back as (
                            update platform.store_counter as c set value = greatest(0, c.value - counted.size)
                            from (select sum(size) as size from gone where size > :counted) as counted
                            where c.store_id = :store and c.name = 'kept' and counted.size is not null
                        )
                        select count(*) from gone
                        """.formatted(IdempotencyStore.KEPT))
                .param("store", store.value())
                .param("counted", COUNTED);
    }

    /** Whoever keeps a longer answer of the store waits until the transaction ends. */
    static Query<Boolean> lock(StoreId store) {
        return Query.write("""
                        select true from platform.store_counter
                        where store_id = :store and name = 'kept' for no key update
                        """).param("store", store.value());
    }

    /** Sets the count, which is locked, to what is there. */
    static Query<Boolean> countedAnew(StoreId store) {
        return Query.write("""
                        update platform.store_counter set value = (
                            select coalesce(sum(length(k.body)), 0) from platform.kept_answer as k
                            where k.store_id = :store and length(k.body) > :counted
                        )
                        where store_id = :store and name = 'kept'
                        """).param("store", store.value()).param("counted", COUNTED);
    }
}
