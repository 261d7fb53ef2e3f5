package iq.sendy.orders.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.GeoPoint;
import iq.sendy.orders.PriceTrace;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Stores new orders with their numbers, their first timeline entries and the owners of external references. */
@Component
public class NewOrderStore {

    /** The constraint that no two orders of a store have one public id. */
    private static final String ONE_PUBLIC_ID = "one_public_id_per_order";

    private static final Columns<NewOrder> ROWS = Columns.of(NewOrder.class, "o")
            .uuid("id", NewOrder::id)
            .text("public_id", NewOrder::publicId)
            .text("source", order -> order.command().source())
            .text("customer_name", order -> order.command().recipient().name())
            .text("customer_name_folded", NewOrderStore::foldedName)
            .text("customer_phone", NewOrderStore::phone)
            .text("phone_backwards", NewOrderStore::phoneBackwards)
            .text("customer_address", order -> order.command().recipient().address())
            .text("province_code", order -> order.command().recipient().provinceCode())
            .uuid("area_id", order -> order.command().recipient().areaId())
            .numeric(
                    "delivery_lat",
                    order -> latitude(order.command().recipient().place()))
            .numeric(
                    "delivery_lng",
                    order -> longitude(order.command().recipient().place()))
            .text("fulfillment_type", order -> order.command().delivery().fulfillmentType())
            .text("delivery_mode", order -> order.command().delivery().mode())
            .text("currency", order -> order.command().currency())
            .bigint("sub_total", order -> order.priced().subTotal())
            .bigint("delivery_fee", order -> order.priced().deliveryFee())
            .bool("delivery_fee_given", order -> order.command().delivery().fee() != null)
            .bigint("total", order -> order.priced().total())
            .text("payment_method", order -> order.command().tender().method())
            .text("external_ref", order -> order.command().externalRef())
            .bytes("fingerprint", NewOrderStore::fingerprint)
            .text("notes", order -> order.command().notes())
            .bigint("cash_tendered", order -> order.command().tender().cashTendered())
            .bigint("discount_total", order -> order.priced().discountTotal())
            .text("discount_code", order -> order.command().goods().discountCode())
            .uuid("package_size_id", order -> order.command().goods().packageSizeId())
            .text("price_trace", order -> OrderRows.json(PriceTrace.of(order.priced())))
            .text("external_ref_folded", NewOrderStore::foldedRef)
            .text("payment_status", order -> order.payment().status())
            .bigint("amount_due", order -> order.payment().amountDue())
            .bigint("amount_collected", order -> order.payment().amountCollected())
            .uuid(
                    "cashier_session_id",
                    order -> order.sale() == null ? null : order.sale().session())
            .uuid("sale_id", order -> order.sale() == null ? null : order.sale().saleId())
            .time("sold_at", order -> order.sale() == null ? null : order.sale().soldAt())
            .bigint(
                    "cash_change",
                    order -> order.sale() == null ? null : order.sale().change())
            .bigint(
                    "cash_rounding",
                    order -> order.sale() == null ? null : order.sale().cashRounding())
            .bigint(
                    "cash_shortfall",
                    order -> order.sale() == null ? 0L : order.sale().cashShortfall())
            .bool("price_differs", order -> order.sale() != null && order.sale().priceDiffers())
            .text("hold_reason", NewOrder::hold)
            .text("campaign", order -> order.command().campaign());

    /** What became of a new order: its number, and whether it owns its external reference. */
    public record NumberedOrder(UUID id, long number, boolean ownsRef) {}

    /** The first order with a reference. */
    public record RefOwner(String externalRef, UUID orderId, Bytes fingerprint) {}

    /** Whether storing failed because the public id of a new order was drawn before. */
    public static boolean isPublicIdTaken(DuplicateKeyException taken) {
        if (!(taken.getCause() instanceof PSQLException failed)) {
            return false;
        }
        var told = failed.getServerErrorMessage();
        return told != null && ONE_PUBLIC_ID.equals(told.getConstraint());
    }

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
     * Stores new orders of one status with their references and first timeline entries, one statement however many. The
     * counter comes last: its row makes a store's orders queue until the commit.
     */
    public Query<NumberedOrder> insert(StoreId store, List<NewOrder> orders, Actor actor, Instant now) {
        return Query.of("""
                        with fresh as materialized (
                            select * from %s
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
                                (values ('order'), (:counter)) as counter (name)
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
                                 updated_at, cashier_session_id, sale_id, sold_at, cash_change, cash_rounding,
                                 cash_shortfall, price_differs, campaign, hold_reason)
                            select :store, id, before_us + position, public_id, :status, source, customer_name,
                                   customer_name_folded, customer_phone, phone_backwards, customer_address,
                                   province_code, area_id, delivery_lat, delivery_lng, fulfillment_type,
                                   delivery_mode, currency, sub_total, discount_total, delivery_fee,
                                   delivery_fee_given, total, payment_method, payment_status, amount_due,
                                   amount_collected, external_ref, notes, cash_tendered, discount_code, package_size_id,
                                   price_trace::jsonb, external_ref_folded, :sequence, :now, :now, cashier_session_id,
                                   sale_id, sold_at, cash_change, cash_rounding, cash_shortfall,
                                   price_differs, campaign, hold_reason
                            from fresh join counted on counted.name = 'order'
                            returning id, number
                        ), told as (
                            insert into orders.timeline_entry
                                (store_id, order_id, position, type, status, actor_kind, actor_id, actor_name,
                                 occurred_at, recorded_at)
                            select :store, id, 1, 'created', :status, :actorKind, :actorId::uuid, :actorName,
                                   coalesce(sold_at, :now), :now
                            from fresh
                        )
                        select placed.id, placed.number, owned.order_id is not null as owns_ref
                        from placed left join owned on owned.order_id = placed.id
                        order by placed.number
                        """.formatted(ROWS.numbered("position")), NumberedOrder.class)
                .param("store", store.value())
                .param("count", (long) orders.size())
                .param("counter", StatusCounts.counter(orders.getFirst().status()))
                .param("status", orders.getFirst().status().toString())
                .param("sequence", orders.getFirst().sequence())
                .rows(ROWS, orders)
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

    private static @Nullable String foldedName(NewOrder order) {
        var name = order.command().recipient().name();
        return name == null ? null : SearchText.fold(name);
    }

    private static @Nullable String phone(NewOrder order) {
        var phone = order.command().recipient().phone();
        return phone == null ? null : phone.value();
    }

    private static @Nullable String phoneBackwards(NewOrder order) {
        var phone = phone(order);
        return phone == null ? null : backwards(phone);
    }

    static String backwards(String phone) {
        return new StringBuilder(phone).reverse().toString();
    }

    private static byte @Nullable [] fingerprint(NewOrder order) {
        return order.command().externalRef() == null
                ? null
                : NewOrder.fingerprint(order.command()).toArray();
    }

    private static @Nullable BigDecimal latitude(@Nullable GeoPoint place) {
        return place == null ? null : place.lat();
    }

    private static @Nullable BigDecimal longitude(@Nullable GeoPoint place) {
        return place == null ? null : place.lng();
    }
}
