package iq.sendy.inventory.store;

import iq.sendy.inventory.Allocation;
import iq.sendy.inventory.Demand;
import iq.sendy.inventory.MovementCause;
import iq.sendy.inventory.MovementType;
import iq.sendy.inventory.StockChange;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes of stock. Each, here and where goods come in, is one statement that locks its rows in the order of their ids,
 * compares, and then writes counter, ledger and holding together, or nothing.
 */
@Component
public class StockStore {

    /** The most pieces that a row holds. */
    public static final long MOST = 100_000_000;

    /**
     * Changes the rows that {@code parts} names, from the quantities that were read under the lock. Not from those of
     * {@code i}: where somebody else changed the row after this statement began, PostgreSQL first tries the update on the
     * old version, and its CHECKs refuse what would never be written. However often a transaction changes a row, its
     * sequence grows by one: a row that was written by this very transaction has its id in xmin.
     */
    static final String CHANGED = """
            changed as (
                update inventory.item as i
                set quantity_on_hand = p.quantity_on_hand + p.on_hand,
                    quantity_reserved = p.quantity_reserved + p.reserved,
                    movements = i.movements + :entries,
                    sequence = i.sequence + case when p.on_hand = 0 and p.reserved = 0 then 0
                                                 when i.xmin = pg_current_xact_id()::xid then 0 else 1 end,
                    updated_at = :now
                from parts as p
                where i.store_id = :store and i.id = p.id
                returning i.id, i.product_id, i.warehouse_id, i.quantity_on_hand, i.quantity_reserved, i.movements,
                          i.sequence, p.on_hand, p.reserved
            )""";

    /**
     * A line of the ledger for each changed row. Its id is a UUIDv7: the time of the batch's id, which was made in Java, and
     * a digest of batch and row, since how many rows there will be is not known there.
     */
    static final String MOVED = """
            moved as (
                insert into inventory.movement
                    (store_id, item_id, position, id, type, quantity, quantity_on_hand_after, reserved_change, reason,
                     order_id, purchase_order_id, actor_kind, actor_id, actor_name, created_at)
                select :store, c.id, c.movements,
                       (left(:batch::text, 20) || left(d.digest, 3) || '-' || substr(d.digest, 4, 12))::uuid,
                       :type, c.on_hand, c.quantity_on_hand, c.reserved, :reason, :order::uuid, :purchaseOrder::uuid,
                       :actorKind, :actorId::uuid, :actorName, :now
                from changed as c
                cross join lateral (
                    select encode(sha256((:batch::text || c.id::text)::bytea), 'hex') as digest) as d
            )""";

    static final String CHANGES = """
            select c.id, c.product_id, n.sku, n.name, c.warehouse_id, c.quantity_on_hand, c.quantity_reserved, c.sequence,
                   c.on_hand, c.reserved, n.untracked
            from changed as c join inventory.product as n on n.store_id = :store and n.product_id = c.product_id
            """;

    /** One row of each product of which there is nothing to take. */
    private static final String UNTOUCHED = """
            (select distinct on (l.product_id) l.id, l.product_id, n.sku, n.name, l.warehouse_id, l.quantity_on_hand,
                    l.quantity_reserved, l.sequence, 0::bigint as on_hand, 0::bigint as reserved, n.untracked
             from locked as l join inventory.product as n on n.store_id = :store and n.product_id = l.product_id
             where not exists (select from taking as t join locked as k on k.id = t.id where k.product_id = l.product_id)
             order by l.product_id, l.id)
            union all
            """;

    /** What became of the pieces that a holder took. */
    private enum HoldingState {
        HELD("Held"),
        SOLD("Sold"),
        RELEASED("Released");

        private final String word;

        HoldingState(String word) {
            this.word = word;
        }
    }

    /** Reserves all or nothing, from the default warehouse first, then from the oldest. */
    public Query<Allocation> reserve(StoreId store, UUID holder, List<Demand> wants, MovementCause cause) {
        return allocate(store, holder, wants, HoldingState.HELD, false, cause);
    }

    /** As {@link #reserve}, but sold at once. */
    public Query<Allocation> sellAtOnce(StoreId store, UUID holder, List<Demand> wants, MovementCause cause) {
        return allocate(store, holder, wants, HoldingState.SOLD, false, cause);
    }

    /** As {@link #sellAtOnce}, as far as there is something; a row of what there is nothing of stays as it is. */
    public Query<Allocation> sellWhatIsThere(StoreId store, UUID holder, List<Demand> wants, MovementCause cause) {
        return allocate(store, holder, wants, HoldingState.SOLD, true, cause);
    }

    private static Query<Allocation> allocate(
            StoreId store, UUID holder, List<Demand> wants, HoldingState state, boolean partly, MovementCause cause) {
        var sale = state == HoldingState.SOLD;
        var statement = Query.of(
                """
                with wanted as (
                    select w.product_id, sum(w.quantity)::bigint as quantity
                    from unnest(:products::uuid[], :quantities::bigint[]) as w (product_id, quantity)
                    group by w.product_id
                ), locked as materialized (
                    select i.id, i.product_id, i.warehouse_id, i.quantity_on_hand, i.quantity_reserved, i.sequence,
                           i.quantity_on_hand - i.quantity_reserved as available
                    from inventory.item as i
                    where i.store_id = :store and i.product_id = any (:products::uuid[])
                    order by i.id
                    for no key update
                ), ranked as (
                    select l.id, l.product_id, l.quantity_on_hand, l.quantity_reserved, l.available,
                           sum(l.available) over (
                               partition by l.product_id order by h.is_default desc, h.created_at, h.id
                               rows between unbounded preceding and 1 preceding) as nearer
                    from locked as l
                    join inventory.warehouse as h on h.store_id = :store and h.id = l.warehouse_id
                ), short as (
                    select w.product_id, coalesce(sum(r.available), 0)::bigint as available
                    from wanted as w left join ranked as r using (product_id)
                    group by w.product_id, w.quantity
                    having coalesce(sum(r.available), 0) < w.quantity and not :partly
                ), taking as (
                    select r.id, r.quantity_on_hand, r.quantity_reserved,
                           least(r.available, w.quantity - coalesce(r.nearer, 0))::bigint as part
                    from ranked as r join wanted as w using (product_id)
                    where r.available > 0 and coalesce(r.nearer, 0) < w.quantity and not exists (select from short)
                ), parts as (
                    select id, quantity_on_hand, quantity_reserved,
                           case when :sale then -part else 0 end as on_hand,
                           case when :sale then 0 else part end as reserved
                    from taking
                ),
                """ + CHANGED + (sale ? ", " + MOVED : "") + """
                        , held as (
                            insert into inventory.holding as h (store_id, holder_id, item_id, quantity, state, returned)
                            select :store, :holder, id, part, :state, 0 from taking
                            on conflict (store_id, holder_id, item_id) do update
                            set quantity = excluded.quantity
                                    + case when h.state = excluded.state then h.quantity else 0 end,
                                state = excluded.state
                        )
                        select null::uuid as id, s.product_id, n.sku, n.name, null::uuid as warehouse_id,
                               s.available as quantity_on_hand, 0::bigint as quantity_reserved, 0::bigint as sequence,
                               0::bigint as on_hand, 0::bigint as reserved, false as untracked
                        from short as s
                        left join inventory.product as n on n.store_id = :store and n.product_id = s.product_id
                        union all
                        """ + (partly ? UNTOUCHED : "") + CHANGES,
                StockRows::allocation);
        return caused(statement, store, cause, MovementType.SALE, sale ? 1 : 0)
                .param("holder", holder)
                .param("products", wants.stream().map(Demand::productId).toArray(UUID[]::new))
                .param("quantities", wants.stream().map(Demand::quantity).toArray(Long[]::new))
                .param("sale", sale)
                .param("partly", partly)
                .param("state", state.word);
    }

    /** What a holder has reserved is available again; a second time there is nothing left to release. */
    public Query<StockChange> release(StoreId store, UUID holder, MovementCause cause) {
        return end(store, holder, cause, MovementType.RELEASE, HoldingState.RELEASED);
    }

    /** What a holder has reserved is sold: gone from hand, and promised no more. */
    public Query<StockChange> sell(StoreId store, UUID holder, MovementCause cause) {
        return end(store, holder, cause, MovementType.SALE, HoldingState.SOLD);
    }

    private static Query<StockChange> end(
            StoreId store, UUID holder, MovementCause cause, MovementType type, HoldingState state) {
        var statement = Query.of("""
                with held as materialized (
                    select item_id, quantity from inventory.holding
                    where store_id = :store and holder_id = :holder and state = 'Held'
                    order by item_id
                    for update
                ), locked as materialized (
                    select i.id, i.quantity_on_hand, i.quantity_reserved from inventory.item as i
                    where i.store_id = :store and i.id in (select item_id from held)
                    order by i.id
                    for no key update
                ), parts as (
                    select l.id, l.quantity_on_hand, l.quantity_reserved,
                           case when :state = 'Sold' then -h.quantity else 0 end as on_hand, -h.quantity as reserved
                    from locked as l join held as h on h.item_id = l.id
                ), ended as (
                    update inventory.holding as o set state = :state
                    from held as h
                    where o.store_id = :store and o.holder_id = :holder and o.item_id = h.item_id
                ),
                """ + CHANGED + ", " + MOVED + "\n" + CHANGES, StockRows::change);
        return caused(statement, store, cause, type, 1).param("holder", holder).param("state", state.word);
    }

    /** A row as it was when it was locked, and what became of it; null when it stays as it is. */
    public record Correction(
            long onHand,
            long reserved,
            boolean counted,
            @Nullable StockChange change) {

        public StockChange made() {
            return Objects.requireNonNull(change);
        }
    }

    /** Sets what is on hand, if it is what was expected and no less than what is promised. */
    public Query<Correction> count(
            StoreId store, UUID item, long onHand, @Nullable Long expected, MovementCause cause) {
        return correct(store, item, """
                        select id, quantity_on_hand, quantity_reserved, :onHand::bigint - quantity_on_hand as on_hand,
                               0::bigint as reserved
                        from locked
                        where :onHand >= quantity_reserved
                            and (:expected::bigint is null or quantity_on_hand = :expected::bigint)
                        """, cause, MovementType.COUNT)
                .param("onHand", onHand)
                .param("expected", expected);
    }

    /**
     * Adds to what is on hand, if no less is left than what is promised.
     *
     * @param expected what must be on hand before; null when it does not matter
     */
    public Query<Correction> adjust(
            StoreId store, UUID item, long delta, @Nullable Long expected, MovementCause cause) {
        return correct(store, item, """
                        select id, quantity_on_hand, quantity_reserved, :delta::bigint as on_hand, 0::bigint as reserved
                        from locked
                        where quantity_on_hand + :delta between quantity_reserved and :most
                            and (:expected::bigint is null or quantity_on_hand = :expected::bigint)
                        """, cause, MovementType.ADJUSTMENT)
                .param("delta", delta)
                .param("expected", expected)
                .param("most", MOST);
    }

    private static Query<Correction> correct(
            StoreId store, UUID item, String parts, MovementCause cause, MovementType type) {
        var statement = Query.of(
                """
                with locked as materialized (
                    select i.id, i.product_id, i.quantity_on_hand, i.quantity_reserved, n.counted
                    from inventory.item as i
                    join inventory.product as n on n.store_id = :store and n.product_id = i.product_id and not n.archived
                    join inventory.warehouse as w
                        on w.store_id = :store and w.id = i.warehouse_id and w.deleted_at is null
                    where i.store_id = :store and i.id = :item
                    for no key update of i for share of w
                ), parts as (
                """ + parts + "), " + CHANGED + ", " + MOVED + ", made as (" + CHANGES + ") " + """
                        select l.quantity_on_hand as before_on_hand, l.quantity_reserved as before_reserved, l.counted,
                               t.id, l.product_id, t.sku, t.name, t.warehouse_id, t.quantity_on_hand, t.quantity_reserved,
                               t.sequence, t.on_hand, t.reserved, t.untracked
                        from locked as l left join made as t on t.id = l.id
                        """,
                StockRows::correction);
        return caused(statement, store, cause, type, 1).param("item", item);
    }

    static <R> Query<R> caused(
            Query<R> statement, StoreId store, MovementCause cause, MovementType type, long entries) {
        var actor = cause.actor();
        return statement
                .param("store", store.value())
                .param("batch", cause.batch().toString())
                .param("type", type.toString())
                .param("entries", entries)
                .param("reason", cause.reason())
                .param("order", cause.order())
                .param("purchaseOrder", cause.purchaseOrder())
                .param("actorKind", actor.kind())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("now", Sql.at(cause.at()));
    }
}
