package iq.sendy.orders.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.ChangeAddress;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.PriceTrace;
import iq.sendy.orders.TimelineEntry;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.Together;
import iq.sendy.pricing.Priced;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders with their timelines and the owners of external references, written and read by their key. */
@Component
public class OrderStore {

    private final Together together;

    OrderStore(Together together) {
        this.together = together;
    }

    /** What became of a new order: its number, and whether it owns its external reference. */
    public record Numbered(UUID id, long number, boolean ownsRef) {}

    /** The first order with a reference. */
    public record RefOwner(String externalRef, UUID orderId, Bytes fingerprint) {}

    public Asked<RefOwner> ownersOf(StoreId store, List<String> refs) {
        return Asked.of(
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
    public Asked<Numbered> insert(StoreId store, List<NewOrder> orders, Actor actor, Instant now) {
        return Asked.of("""
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
                            insert into orders.buyer_name (store_id, folded)
                            select distinct :store::uuid, customer_name_folded from fresh
                            where customer_name_folded <> ''
                            order by customer_name_folded
                            on conflict (store_id, folded) do nothing
                            returning folded
                        ), counted as (
                            insert into platform.store_counter as c (store_id, name, value)
                            select :store, 'order', :count
                            from (select count(*) from owned) as refs_first, (select count(*) from named) as names_next
                            on conflict (store_id, name) do update set value = c.value + :count
                            returning value - :count as before_us
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
                            from fresh, counted
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
                .param("foldedRefs", texts(orders, OrderStore::foldedRef))
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

    /** Stores the lines of an order, in their order. */
    public Asked<Boolean> insertLines(StoreId store, UUID order, List<OrderLine> lines) {
        return Asked.write("""
                        insert into orders.order_line
                            (store_id, order_id, position, id, product_id, sku, name, quantity, unit_price,
                             discount_amount, line_total)
                        select :store, :order, position, id, product_id, sku, name, quantity, unit_price,
                               discount_amount, line_total
                        from unnest(:ids::uuid[], :products::uuid[], :skus::text[], :names::text[],
                                    :quantities::bigint[], :prices::bigint[], :discounts::bigint[], :totals::bigint[])
                            with ordinality
                            as l (id, product_id, sku, name, quantity, unit_price, discount_amount, line_total,
                                  position)
                        """)
                .param("store", store.value())
                .param("order", order)
                .param("ids", lines.stream().map(OrderLine::id).toArray(UUID[]::new))
                .param("products", lines.stream().map(OrderLine::productId).toArray(UUID[]::new))
                .param("skus", lines.stream().map(OrderLine::sku).toArray(String[]::new))
                .param("names", lines.stream().map(OrderLine::name).toArray(String[]::new))
                .param("quantities", lines.stream().map(OrderLine::quantity).toArray(Long[]::new))
                .param("prices", lines.stream().map(OrderLine::unitPrice).toArray(Long[]::new))
                .param(
                        "discounts",
                        lines.stream().map(OrderLine::discountAmount).toArray(Long[]::new))
                .param("totals", lines.stream().map(OrderLine::lineTotal).toArray(Long[]::new));
    }

    /** Takes the lines of an order away, for others to come in their place. */
    public Asked<Boolean> deleteLines(StoreId store, UUID order) {
        return Asked.write("delete from orders.order_line where store_id = :store and order_id = :order")
                .param("store", store.value())
                .param("order", order);
    }

    /** Stores what other items come to, on a locked order, with the timeline's next entry. */
    public List<Asked<?>> reprice(
            StoreId store, UUID order, Priced priced, @Nullable String discountCode, TimelineEntry entry, Instant now) {
        var update = Asked.write("""
                        update orders.customer_order
                        set sub_total = :subTotal, discount_total = :discount, delivery_fee = :fee, total = :total,
                            amount_due = :total, discount_code = :code, price_trace = :trace::jsonb,
                            sequence = sequence + 1, updated_at = :now
                        where store_id = :store and id = :id
                        """)
                .param("subTotal", priced.subTotal())
                .param("discount", priced.discountTotal())
                .param("fee", priced.deliveryFee())
                .param("total", priced.total())
                .param("code", discountCode)
                .param("trace", OrderRows.json(PriceTrace.of(priced)))
                .param("now", Sql.at(now))
                .param("store", store.value())
                .param("id", order);
        return List.of(update, tell(store, order, entry, now));
    }

    /** Orders by their ids. */
    public Asked<OrderView> byIds(StoreId store, List<UUID> ids) {
        return Asked.of(
                        "select " + OrderRows.COLUMNS
                                + " from orders.customer_order as o where o.store_id = :store and o.id = any (:ids)",
                        OrderRows::order)
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

    public Asked<OrderView> find(StoreId store, OrderRef ref) {
        return question(store, ref, "");
    }

    /** Finds an order and locks it: whoever changes it next waits here. */
    public Asked<OrderView> lock(StoreId store, OrderRef ref) {
        return question(store, ref, " for update of o");
    }

    private static Asked<OrderView> question(StoreId store, OrderRef ref, String lock) {
        var select = "select " + OrderRows.COLUMNS + " from orders.customer_order as o where o.store_id = :store and ";
        return switch (ref) {
            case OrderRef.ById(var id) ->
                Asked.of(select + "o.id = :id" + lock, OrderRows::order)
                        .param("store", store.value())
                        .param("id", id);
            case OrderRef.ByPublicId(var publicId) ->
                Asked.of(select + "o.public_id = :publicId" + lock, OrderRows::order)
                        .param("store", store.value())
                        .param("publicId", publicId);
        };
    }

    public Asked<TimelineEntry> timeline(StoreId store, OrderRef ref) {
        var select = """
                select t.type, t.status, t.note, t.actor_kind, t.actor_id, t.actor_name, t.occurred_at
                from orders.timeline_entry as t
                """;
        return switch (ref) {
            case OrderRef.ById(var id) ->
                Asked.of(
                                select + "where t.store_id = :store and t.order_id = :id order by t.position",
                                OrderRows::entry)
                        .param("store", store.value())
                        .param("id", id);
            case OrderRef.ByPublicId(var publicId) ->
                Asked.of(select + """
                                        where t.store_id = :store and t.order_id = (
                                            select id from orders.customer_order
                                            where store_id = :store and public_id = :publicId)
                                        order by t.position
                                        """, OrderRows::entry)
                        .param("store", store.value())
                        .param("publicId", publicId);
        };
    }

    /** A step of a locked order, to be sent with what it does elsewhere: status, money, and the timeline's next entry. */
    public List<Asked<?>> move(
            StoreId store,
            OrderView order,
            OrderStatus to,
            OrderView.Payment payment,
            TimelineEntry entry,
            Instant now) {
        var update = Asked.write("""
                        update orders.customer_order
                        set status = :status, payment_status = :paymentStatus, amount_due = :due,
                            amount_collected = :collected, sequence = sequence + :events, updated_at = :now
                        where store_id = :store and id = :id
                        """)
                .param("status", to.toString())
                .param("paymentStatus", payment.status().toString())
                .param("due", payment.amountDue())
                .param("collected", payment.amountCollected())
                .param("events", to.toldTwice() ? 2 : 1)
                .param("now", Sql.at(now))
                .param("store", store.value())
                .param("id", order.id());
        return List.of(update, tell(store, order.id(), entry, now));
    }

    /** Stores the address of a locked order and nothing else of it. Answers the order after it. */
    public OrderDetails changeAddress(
            StoreId store, OrderView order, ChangeAddress change, TimelineEntry entry, Instant now) {
        var place = change.placeGiven() ? change.place() : order.customer().place();
        var update = Asked.write("""
                        update orders.customer_order
                        set customer_address = :address, delivery_lat = :lat::numeric, delivery_lng = :lng::numeric,
                            sequence = sequence + 1, updated_at = :now
                        where store_id = :store and id = :id
                        """)
                .param("address", change.customerAddress())
                .param("lat", place == null ? null : place.lat())
                .param("lng", place == null ? null : place.lng())
                .param("now", Sql.at(now))
                .param("store", store.value())
                .param("id", order.id());
        var after = find(store, new OrderRef.ById(order.id()));
        var timeline = timeline(store, new OrderRef.ById(order.id()));
        together.send(update, tell(store, order.id(), entry, now), after, timeline);
        return new OrderDetails(after.single(), timeline.answer());
    }

    /** The timeline's next entry, on a locked order. */
    public Asked<Boolean> tell(StoreId store, UUID order, TimelineEntry entry, Instant now) {
        return Asked.write("""
                        insert into orders.timeline_entry
                            (store_id, order_id, position, type, status, note, actor_kind, actor_id, actor_name,
                             occurred_at, recorded_at)
                        select :store, :order, count(*) + 1, :type, :status, :note, :actorKind, :actorId::uuid,
                               :actorName, :occurredAt, :now
                        from orders.timeline_entry where store_id = :store and order_id = :order
                        """)
                .param("store", store.value())
                .param("order", order)
                .param("type", entry.type())
                .param("status", entry.status().toString())
                .param("note", entry.note())
                .param("actorKind", entry.actorKind())
                .param("actorId", entry.actorId())
                .param("actorName", entry.actorName())
                .param("occurredAt", Sql.at(entry.occurredAt()))
                .param("now", Sql.at(now));
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
