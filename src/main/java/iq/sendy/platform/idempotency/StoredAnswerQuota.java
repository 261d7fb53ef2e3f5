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
                            returning value
                        )
                        update platform.kept_answer as k
                        set status = :status, content_type = :type, language = :language,
                            body = case when spent.value > :most then :short else :body end
                        from spent
                        where k.store_id = :store and k.credential = :credential and k.key = :key
                        """)
                .param("size", (long) sealed.length)
                .param("most", MOST_OF_STORE)
                .param("short", shortForm)
                .param("body", sealed);
    }

    /** Sets the count to what is there: removed answers give room back. */
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
