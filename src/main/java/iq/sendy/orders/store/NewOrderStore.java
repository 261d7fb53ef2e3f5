package iq.sendy.orders.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.PriceTrace;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores new orders with their numbers, their first timeline entries and the owners of external references. */
@Component
public class NewOrderStore {

    /** What became of a new order: its number, and whether it owns its external reference. */
    public record Numbered(UUID id, long number, boolean ownsRef) {}

    /** The first order with a reference. */
    public record RefOwner(String externalRef, UUID orderId, Bytes fingerprint) {}

    public Query<RefOwner> ownersOf(StoreId store, List<String> refs) {
        return Query.of(
                        """
                        select external_ref, order_id, fingerprint from orders.external_ref
                        where store_id = :store and external_ref = any (:refs)
                        """,
                        (row, _) -> new RefOwner(
                                row.getString("external_ref"),
                                row.getObject("order_id", UUID.class),
                                Bytes.of(row.getBytes("fingerprint"))))
                .param("store", store.value())
                .param("refs", refs.toArray(String[]::new));
    }

    /**
     * Stores new orders with their references and first timeline entries, one statement however many. The counter comes
     * last: its row makes a store's orders queue until the commit.
     */
    public Query<Numbered> insert(StoreId store, List<NewOrder> orders, Actor actor, Instant now) {
        return Query.of("""
                        with fresh as materialized (
                            select * from unnest(
                                :ids::uuid[], :publicIds::text[], :sources::text[], :names::text[], :folded::text[],
                                :phones::text[], :backwards::text[], :addresses::text[], :provinces::text[],
                                :areas::uuid[], :lats::numeric[], :lngs::numeric[], :fulfillments::text[],
                                :modes::text[], :currencies::text[], :subTotals::bigint[], :fees::bigint[],
                                :feesGiven::boolean[], :totals::bigint[], :methods::text[], :refs::text[],
                                :fingerprints::bytea[], :notes::text[], :tendered::bigint[], :discounts::bigint[],
                                :codes::text[], :packages::uuid[], :traces::text[], :foldedRefs::text[])
                                with ordinality
                                as o (id, public_id, source, customer_name, customer_name_folded, customer_phone,
                                      phone_backwards, customer_address, province_code, area_id, delivery_lat,
                                      delivery_lng, fulfillment_type, delivery_mode, currency, sub_total,
                                      delivery_fee, delivery_fee_given, total, payment_method, external_ref,
                                      fingerprint, notes, cash_tendered, discount_total, discount_code,
                                      package_size_id, price_trace, external_ref_folded, position)
                        ), owned as (
                            insert into orders.external_ref (store_id, external_ref, order_id, fingerprint)
                            select :store, external_ref, id, fingerprint from fresh where external_ref is not null
                            order by external_ref
                            on conflict (store_id, external_ref) do nothing
                            returning order_id
                        ), named as (
                            insert into orders.buyer_name as n (store_id, folded, orders)
                            select :store::uuid, customer_name_folded, count(*) from fresh
                            where customer_name_folded <> ''
                            group by customer_name_folded order by customer_name_folded
                            on conflict (store_id, folded) do update set orders = n.orders + excluded.orders
                            returning folded
                        ), counted as (
                            insert into platform.store_counter as c (store_id, name, value)
                            select :store, counter.name, :count
                            from (select count(*) from owned) as refs_first, (select count(*) from named) as names_next,
                                (values ('order'), (:pending)) as counter (name)
                            order by counter.name
                            on conflict (store_id, name) do update set value = c.value + :count
                            returning name, value - :count as before_us
                        ), placed as (
                            insert into orders.customer_order
                                (store_id, id, number, public_id, status, source, customer_name, customer_name_folded,
                                 customer_phone, phone_backwards, customer_address, province_code, area_id,
                                 delivery_lat, delivery_lng, fulfillment_type, delivery_mode, currency, sub_total,
                                 discount_total, delivery_fee, delivery_fee_given, total, payment_method,
                                 payment_status, amount_due, amount_collected, external_ref, notes, cash_tendered,
                                 discount_code, package_size_id, price_trace, external_ref_folded, sequence, created_at,
                                 updated_at)
                            select :store, id, before_us + position, public_id, 'Pending', source, customer_name,
                                   customer_name_folded, customer_phone, phone_backwards, customer_address,
                                   province_code, area_id, delivery_lat, delivery_lng, fulfillment_type,
                                   delivery_mode, currency, sub_total, discount_total, delivery_fee,
                                   delivery_fee_given, total, payment_method, 'Due', total, 0, external_ref, notes,
                                   cash_tendered, discount_code, package_size_id, price_trace::jsonb, external_ref_folded, 1,
                                   :now, :now
                            from fresh join counted on counted.name = 'order'
                            returning id, number
                        ), told as (
                            insert into orders.timeline_entry
                                (store_id, order_id, position, type, status, actor_kind, actor_id, actor_name,
                                 occurred_at, recorded_at)
                            select :store, id, 1, 'created', 'Pending', :actorKind, :actorId::uuid, :actorName, :now,
                                   :now
                            from fresh
                        )
                        select placed.id, placed.number, owned.order_id is not null as owns_ref
                        from placed left join owned on owned.order_id = placed.id
                        order by placed.number
                        """, Numbered.class)
                .param("store", store.value())
                .param("count", (long) orders.size())
                .param("pending", StatusCounts.counter(OrderStatus.PENDING))
                .param("ids", orders.stream().map(NewOrder::id).toArray(UUID[]::new))
                .param("publicIds", texts(orders, NewOrder::publicId))
                .param("sources", texts(orders, order -> order.command().source()))
                .param("names", texts(orders, order -> order.command().customerName()))
                .param(
                        "folded",
                        texts(orders, order -> SearchText.fold(order.command().customerName())))
                .param(
                        "phones",
                        texts(orders, order -> order.command().customerPhone().value()))
                .param(
                        "backwards",
                        texts(
                                orders,
                                order -> backwards(
                                        order.command().customerPhone().value())))
                .param("addresses", texts(orders, order -> order.command().customerAddress()))
                .param("provinces", texts(orders, order -> order.command().provinceCode()))
                .param(
                        "areas",
                        orders.stream().map(order -> order.command().areaId()).toArray(UUID[]::new))
                .param("lats", texts(orders, order -> lat(order.command())))
                .param("lngs", texts(orders, order -> lng(order.command())))
                .param("fulfillments", texts(orders, order -> order.command().fulfillmentType()))
                .param("modes", texts(orders, order -> order.command().deliveryMode()))
                .param("currencies", texts(orders, order -> order.command().currency()))
                .param("subTotals", numbers(orders, order -> order.priced().subTotal()))
                .param("discounts", numbers(orders, order -> order.priced().discountTotal()))
                .param("codes", texts(orders, order -> order.command().discountCode()))
                .param(
                        "packages",
                        orders.stream()
                                .map(order -> order.command().packageSizeId())
                                .toArray(UUID[]::new))
                .param("traces", texts(orders, order -> OrderRows.json(PriceTrace.of(order.priced()))))
                .param("fees", numbers(orders, order -> order.priced().deliveryFee()))
                .param(
                        "feesGiven",
                        orders.stream()
                                .map(order -> order.command().deliveryFee() != null)
                                .toArray(Boolean[]::new))
                .param("totals", numbers(orders, order -> order.priced().total()))
                .param("methods", texts(orders, order -> order.command().paymentMethod()))
                .param("refs", texts(orders, order -> order.command().externalRef()))
                .param("foldedRefs", texts(orders, NewOrderStore::foldedRef))
                .param(
                        "fingerprints",
                        orders.stream()
                                .map(order -> order.command().externalRef() == null
                                        ? null
                                        : NewOrder.fingerprint(order.command()).toArray())
                                .toArray(byte[][]::new))
                .param("notes", texts(orders, order -> order.command().notes()))
                .param("tendered", numbers(orders, order -> order.command().cashTendered()))
                .param("actorKind", actor.kind())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("now", Sql.at(now));
    }

    /** Null too when nothing of it is left to compare. */
    private static @Nullable String foldedRef(NewOrder order) {
        var ref = order.command().externalRef();
        var folded = ref == null ? "" : SearchText.fold(ref);
        return folded.isEmpty() ? null : folded;
    }

    static String backwards(String phone) {
        return new StringBuilder(phone).reverse().toString();
    }

    private static @Nullable BigDecimal lat(PlaceOrder command) {
        return command.place() == null ? null : command.place().lat();
    }

    private static @Nullable BigDecimal lng(PlaceOrder command) {
        return command.place() == null ? null : command.place().lng();
    }

    private static String[] texts(List<NewOrder> orders, Function<NewOrder, @Nullable Object> column) {
        return orders.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    private static Long[] numbers(List<NewOrder> orders, Function<NewOrder, @Nullable Long> column) {
        return orders.stream().map(column).toArray(Long[]::new);
    }
}
