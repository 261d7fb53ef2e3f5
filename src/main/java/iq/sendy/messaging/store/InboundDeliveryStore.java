package iq.sendy.messaging.store;

import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.DeliveryProgress;
import iq.sendy.messaging.StoredDelivery;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deliveries of Meta as they came. */
@Component
public class InboundDeliveryStore {

    private static final int AT_ONCE = 500;

    /**
     * What was done with a delivery.
     *
     * @param unreadable how many of its items could not be read
     * @param error which of the others had no effect; null when all had theirs
     */
    public record Processed(
            UUID id, int unreadable, @Nullable String error) {}

    public Query<Boolean> insert(StoreId store, StoredDelivery delivery) {
        var accounts = delivery.channels().keySet().stream().sorted().toList();
        return Query.write("""
                        insert into messaging.inbound_delivery
                            (store_id, id, channel_type, channel_ids, account_ids, received_at, raw, signature)
                        values (:store, :id, :type, :channels, :accounts, :received, :raw, :signature)
                        """)
                .param("store", store.value())
                .param("id", delivery.id())
                .param("type", delivery.type().toString())
                .param(
                        "channels",
                        accounts.stream().map(delivery.channels()::get).toArray(UUID[]::new))
                .param("accounts", accounts.toArray(String[]::new))
                .param("received", Sql.at(delivery.receivedAt()))
                .param("raw", delivery.raw().toArray())
                .param("signature", delivery.signature());
    }

    /**
     * Takes those that wait, the oldest first, as processed and without a fault: with the commit they are. Those that
     * somebody else reads at this moment are left to that one. Materialized, since planners have taken more rows than the
     * limit.
     *
     * @param kind of the jobs that read them; while it is paused, there are none
     * @param bytes none that begins behind so many is taken
     */
    public Query<StoredDelivery> take(StoreId store, String kind, Instant now, int most, int bytes) {
        return Query.of("""
                        with waiting as materialized (
                            select w.id, w.received_at, w.items_read, w.error, octet_length(w.raw) as bytes
                            from messaging.inbound_delivery as w
                            where w.store_id = :store and w.processed_at is null
                                and (w.retry_at is null or w.retry_at <= :now) and\s""" + Jobs.NOT_PAUSED + """
                            order by w.received_at, w.id limit :most for update of w skip locked
                        ), due as (
                            select id, error, sum(bytes) over (order by received_at, id) - bytes as behind from waiting
                        )
                        update messaging.inbound_delivery as d
                        set processed_at = :now, unreadable_count = 0, error = null
                        from due where d.store_id = :store and d.id = due.id and due.behind < :bytes
                        returning d.id, d.channel_type, d.channel_ids, d.account_ids, d.received_at, d.raw, d.signature,
                                  d.items_read, due.error as error_before
                        """, (row, _) -> delivery(row))
                .param("store", store.value())
                .param("kind", kind)
                .param("now", Sql.at(now))
                .param("most", most)
                .param("bytes", bytes);
    }

    /** Has one that was read in part wait for the rest, unless somebody else has read on meanwhile. */
    public Query<Boolean> goesOn(StoreId store, UUID id, DeliveryProgress before, DeliveryProgress now) {
        return Query.write("""
                        update messaging.inbound_delivery
                        set processed_at = null, unreadable_count = null, items_read = :items, error = :error
                        where store_id = :store and id = :id and items_read = :before
                        """)
                .param("store", store.value())
                .param("id", id)
                .param("before", before.items())
                .param("items", now.items())
                .param("error", now.error());
    }

    /** Notes what was done with one, whether it was taken before or not. */
    public Query<Boolean> processed(StoreId store, Processed processed, Instant at) {
        return Query.write("""
                        update messaging.inbound_delivery
                        set processed_at = :at, unreadable_count = :unreadable, error = :error
                        where store_id = :store and id = :id
                        """)
                .param("store", store.value())
                .param("id", processed.id())
                .param("at", Sql.at(at))
                .param("unreadable", processed.unreadable())
                .param("error", processed.error());
    }

    /** Has one that waits left alone for a while: the longer, the more often that was so. */
    public Query<Boolean> postpone(StoreId store, UUID id, Instant now, Duration first, Duration longest) {
        return Query.write("""
                        update messaging.inbound_delivery
                        set failures = failures + 1,
                            retry_at = :now + make_interval(secs => least(:longest, :first * power(2, least(failures, 20))))
                        where store_id = :store and id = :id and processed_at is null
                        """)
                .param("store", store.value())
                .param("id", id)
                .param("now", Sql.at(now))
                .param("first", (double) first.toSeconds())
                .param("longest", (double) longest.toSeconds());
    }

    /** Has one wait again; there is a row if there is such a delivery. */
    public Query<Boolean> again(StoreId store, UUID id) {
        return Query.flag("""
                        update messaging.inbound_delivery
                        set processed_at = null, unreadable_count = null, error = null, items_read = 0, failures = 0,
                            retry_at = null
                        where store_id = :store and id = :id
                        returning true
                        """).param("store", store.value()).param("id", id);
    }

    /** When the oldest that waits came; no row when none does. */
    public Query<Instant> oldestWaiting(StoreId store) {
        return Query.of("""
                        select received_at from messaging.inbound_delivery
                        where store_id = :store and processed_at is null
                        order by received_at limit 1
                        """, (row, _) -> Sql.instant(row, "received_at")).param("store", store.value());
    }

    /** Removes what came before then, some hundred at once; a row for each. */
    public Query<Boolean> forget(StoreId store, Instant before) {
        return Query.flag("""
                        delete from messaging.inbound_delivery as d using (
                            select id from messaging.inbound_delivery
                            where store_id = :store and received_at < :before
                            order by received_at limit :most for update skip locked
                        ) as old
                        where d.store_id = :store and d.id = old.id
                        returning true
                        """)
                .param("store", store.value())
                .param("before", Sql.at(before))
                .param("most", AT_ONCE);
    }

    private static StoredDelivery delivery(ResultSet row) throws SQLException {
        return new StoredDelivery(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                WireWord.of(ChannelType.class, row.getString("channel_type")),
                channels(row),
                Sql.instant(row, "received_at"),
                Bytes.of(row.getBytes("raw")),
                row.getString("signature"),
                new DeliveryProgress(row.getInt("items_read"), row.getString("error_before")));
    }

    private static Map<String, UUID> channels(ResultSet row) throws SQLException {
        var ids = (UUID[]) row.getArray("channel_ids").getArray();
        var accounts = (String[]) row.getArray("account_ids").getArray();
        var channels = new HashMap<String, UUID>();
        for (var i = 0; i < accounts.length; i++) {
            channels.put(accounts[i], ids[i]);
        }
        return channels;
    }
}
