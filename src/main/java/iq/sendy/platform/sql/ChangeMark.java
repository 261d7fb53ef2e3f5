package iq.sendy.platform.sql;

import iq.sendy.kernel.StoreId;
import java.time.Duration;

/**
 * Change mark of a store: how far its audit log and its feed of events have come. Whatever its shop shows changes in a transaction
 * that moves one of them, for reasons of their own; so what was read behind a mark still is as it was while the mark is.
 * Their rows are locked until the commit, so a mark stands for what is committed and never comes again.
 *
 * @param audit entries of the log
 * @param feed events of the feed
 */
public record ChangeMark(long audit, long feed) {

    /** For how long a mark alone is believed: what is written past all doors shows no later. */
    public static final Duration TRUSTED = Duration.ofSeconds(30);

    /** The present one. What it is to stand for is read by a later statement. */
    public static Query<ChangeMark> of(StoreId store) {
        return Query.of("""
                        select coalesce(sum(value) filter (where name = 'audit'), 0)::bigint,
                               coalesce(sum(value) filter (where name = 'feed'), 0)::bigint
                        from platform.store_counter
                        where store_id = :store and name in ('audit', 'feed')
                        """, (row, _) -> new ChangeMark(row.getLong(1), row.getLong(2)))
                .param("store", store.value());
    }
}
