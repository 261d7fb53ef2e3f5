package iq.sendy.checkout.store;

import iq.sendy.checkout.SentCheckout;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What orders of strangers were sent with, and how many new ones came from where. */
@Component
public class SentCheckoutStore {

    /** So many rows that are too old go with each order, which brings one. */
    private static final int SWEPT = 20;

    /** What an earlier order was sent with. */
    public record Earlier(
            UUID order, Bytes basket, @Nullable Bytes token, Instant placedAt) {}

    /** How many newcomers a network has brought until a moment. */
    public record NewcomerCount(int newcomers, Instant endsAt) {}

    /** Waits for whoever places an order with this phone, and is next; until the transaction ends. */
    public Query<Boolean> takeTurn(StoreId store, Bytes phone, Instant now) {
        return Query.write("""
                        insert into checkout.phone_turn as t (store_id, phone_digest, last_at)
                        values (:store, :phone, :now)
                        on conflict (store_id, phone_digest) do update
                            set last_at = greatest(t.last_at, excluded.last_at)
                        """)
                .param("store", store.value())
                .param("phone", phone.toArray())
                .param("now", Sql.at(now));
    }

    /** Those of a phone since a moment, and the one with a token; the newest first. */
    public Query<Earlier> earlier(StoreId store, SentCheckout sent, Instant since) {
        return Query.of(
                        """
                        select order_id, basket_digest, token_digest, placed_at from checkout.sent_checkout
                        where store_id = :store and phone_digest = :phone and placed_at > :since
                        union
                        select order_id, basket_digest, token_digest, placed_at from checkout.sent_checkout
                        where store_id = :store and token_digest = :token::bytea
                        order by placed_at desc
                        """,
                        (row, _) -> new Earlier(
                                Objects.requireNonNull(row.getObject("order_id", UUID.class)),
                                Bytes.of(row.getBytes("basket_digest")),
                                bytes(row.getBytes("token_digest")),
                                Sql.instant(row, "placed_at")))
                .param("store", store.value())
                .param("phone", sent.phone().toArray())
                .param("since", Sql.at(since))
                .param("token", sent.token() == null ? null : sent.token().toArray());
    }

    /** The count of a network that has not ended. */
    public Query<NewcomerCount> newcomers(StoreId store, Bytes network, Instant now) {
        return Query.of("""
                        select newcomers, ends_at from checkout.newcomer_count
                        where store_id = :store and network_digest = :network and ends_at > :now
                        """, (row, _) -> new NewcomerCount(row.getInt("newcomers"), Sql.instant(row, "ends_at")))
                .param("store", store.value())
                .param("network", network.toArray())
                .param("now", Sql.at(now));
    }

    /**
     * A row unless another order came with the same token.
     *
     * @param cancelled the one that came with it and was cancelled, whose place this one takes; null for none
     */
    public Query<Boolean> save(StoreId store, UUID order, SentCheckout sent, @Nullable UUID cancelled, Instant now) {
        return Query.write("""
                        insert into checkout.sent_checkout as s
                            (store_id, order_id, phone_digest, basket_digest, token_digest, placed_at)
                        values (:store, :order, :phone, :basket, :token::bytea, :now)
                        on conflict (store_id, token_digest) do update
                            set order_id = excluded.order_id, basket_digest = excluded.basket_digest,
                                placed_at = excluded.placed_at
                            where s.order_id = :cancelled::uuid
                        returning true
                        """)
                .param("store", store.value())
                .param("order", order)
                .param("phone", sent.phone().toArray())
                .param("basket", sent.basket().toArray())
                .param("token", sent.token() == null ? null : sent.token().toArray())
                .param("cancelled", cancelled)
                .param("now", Sql.at(now));
    }

    /** One newcomer more; a row unless there were too many already. A count that has ended begins anew. */
    public Query<Boolean> countNewcomer(StoreId store, Bytes network, int most, Instant now, Instant endsAt) {
        return Query.write("""
                        insert into checkout.newcomer_count as c (store_id, network_digest, newcomers, ends_at)
                        values (:store, :network, 1, :endsAt)
                        on conflict (store_id, network_digest) do update
                            set newcomers = case when c.ends_at > :now then c.newcomers + 1 else 1 end,
                                ends_at = case when c.ends_at > :now then c.ends_at else excluded.ends_at end
                            where c.ends_at <= :now or c.newcomers < :most
                        returning true
                        """)
                .param("store", store.value())
                .param("network", network.toArray())
                .param("most", most)
                .param("now", Sql.at(now))
                .param("endsAt", Sql.at(endsAt));
    }

    /** Forgets some of what counts no more. */
    public Query<Boolean> sweep(StoreId store, Instant before, Instant now) {
        return Query.write("""
                        with sent as (
                            delete from checkout.sent_checkout where store_id = :store and order_id = any (array(
                                select order_id from checkout.sent_checkout
                                where store_id = :store and placed_at < :before
                                order by placed_at limit :swept for update skip locked))
                        ), turns as (
                            delete from checkout.phone_turn where store_id = :store and phone_digest = any (array(
                                select phone_digest from checkout.phone_turn
                                where store_id = :store and last_at < :before
                                order by last_at limit :swept for update skip locked))
                        )
                        delete from checkout.newcomer_count where store_id = :store and network_digest = any (array(
                            select network_digest from checkout.newcomer_count
                            where store_id = :store and ends_at < :now
                            order by ends_at limit :swept for update skip locked))
                        """)
                .param("store", store.value())
                .param("before", Sql.at(before))
                .param("now", Sql.at(now))
                .param("swept", SWEPT);
    }

    private static @Nullable Bytes bytes(byte @Nullable [] stored) {
        return stored == null ? null : Bytes.of(stored);
    }
}
