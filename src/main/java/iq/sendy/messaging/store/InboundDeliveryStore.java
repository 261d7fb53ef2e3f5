package iq.sendy.messaging.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.StoredDelivery;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
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

    /** Those of these that wait. */
    public Query<StoredDelivery> waiting(StoreId store, Collection<UUID> ids) {
        return Query.of("""
                        select id, channel_type, channel_ids, account_ids, received_at, raw, signature
                        from messaging.inbound_delivery
                        where store_id = :store and id = any (:ids) and processed_at is null
                        order by received_at, id
                        """, (row, _) -> delivery(row))
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

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

    /** Has one wait again; there is a row if there is such a delivery. */
    public Query<Boolean> again(StoreId store, UUID id) {
        return Query.flag("""
                        update messaging.inbound_delivery set processed_at = null, unreadable_count = null, error = null
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
                row.getString("signature"));
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
