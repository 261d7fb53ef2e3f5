package iq.sendy.orders.store;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.ChangeAddress;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PriceTrace;
import iq.sendy.orders.TimelineEntry;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.pricing.PricedBasket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders that are there, with their lines and timelines: read, locked and changed by their key. */
@Component
public class OrderStore {

    private static final Columns<OrderLine> LINES = Columns.of(OrderLine.class, "l")
            .uuid("id", OrderLine::id)
            .uuid("product_id", OrderLine::productId)
            .text("sku", OrderLine::sku)
            .text("name", OrderLine::name)
            .bigint("quantity", OrderLine::quantity)
            .bigint("unit_price", OrderLine::unitPrice)
            .bigint("discount_amount", OrderLine::discountAmount)
            .bigint("line_total", OrderLine::lineTotal)
            .bigint("unit_cost", OrderLine::unitCost)
            .bigint("short_quantity", OrderLine::shortQuantity)
            .bool("price_to_confirm", OrderLine::priceToConfirm);

    private final Pipeline pipeline;

    OrderStore(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Stores the lines of an order, in their order. */
    public Query<Boolean> insertLines(StoreId store, UUID order, List<OrderLine> lines) {
        return Query.write("""
                        insert into orders.order_line
                            (store_id, order_id, position, id, product_id, sku, name, quantity, unit_price,
                             discount_amount, line_total, unit_cost, short_quantity, price_to_confirm)
                        select :store, :order, position, id, product_id, sku, name, quantity, unit_price,
                               discount_amount, line_total, unit_cost, short_quantity, price_to_confirm
                        from %s
                        """.formatted(LINES.numbered("position")))
                .param("store", store.value())
                .param("order", order)
                .rows(LINES, lines);
    }

    /** Takes the lines of an order away, for others to come in their place. */
    public Query<Boolean> deleteLines(StoreId store, UUID order) {
        return Query.write("delete from orders.order_line where store_id = :store and order_id = :order")
                .param("store", store.value())
                .param("order", order);
    }

    /** Stores what other items come to, on a locked order, with the timeline's next entry. */
    public List<Query<?>> reprice(
            StoreId store,
            UUID order,
            PricedBasket pricedBasket,
            @Nullable String discountCode,
            TimelineEntry entry,
            Instant now) {
        var update = Query.write("""
                        update orders.customer_order
                        set sub_total = :subTotal, discount_total = :discount, delivery_fee = :fee, total = :total,
                            amount_due = :total, discount_code = :code, price_trace = :trace::jsonb,
                            sequence = sequence + 1, updated_at = :now
                        where store_id = :store and id = :id
                        """)
                .param("subTotal", pricedBasket.subTotal())
                .param("discount", pricedBasket.discountTotal())
                .param("fee", pricedBasket.deliveryFee())
                .param("total", pricedBasket.total())
                .param("code", discountCode)
                .param("trace", OrderRows.json(PriceTrace.of(pricedBasket)))
                .param("now", Sql.at(now))
                .param("store", store.value())
                .param("id", order);
        return List.of(update, record(store, order, entry, now));
    }

    /** Orders by their ids. */
    public Query<OrderView> byIds(StoreId store, List<UUID> ids) {
        return Query.of(
                        "select " + OrderRows.COLUMNS
                                + " from orders.customer_order as o where o.store_id = :store and o.id = any (:ids)",
                        OrderRows::order)
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

    /** No row when the phone has never ordered. */
    public Query<String> newestPublicId(StoreId store, Phone phone) {
        return Query.of("""
                        select o.public_id from orders.customer_order as o
                        where o.store_id = :store and o.phone_backwards = :backwards
                        order by o.created_at desc, o.number desc limit 1
                        """, (row, _) -> row.getString("public_id"))
                .param("store", store.value())
                .param("backwards", NewOrderStore.backwards(phone.value()));
    }

    public Query<OrderView> find(StoreId store, OrderRef ref) {
        return question(store, ref, "");
    }

    /** An order with its timeline, in a trip of their own. */
    public Optional<OrderDetails> details(StoreId store, OrderRef ref) {
        var order = find(store, ref);
        var timeline = timeline(store, ref);
        pipeline.send(order, timeline);
        return order.first().map(found -> new OrderDetails(found, timeline.answer()));
    }

    /** Orders by whatever names them, in one trip. */
    public List<OrderView> findAll(StoreId store, List<OrderRef> refs) {
        var ids = new ArrayList<UUID>();
        var publicIds = new ArrayList<String>();
        for (var ref : refs) {
            switch (ref) {
                case OrderRef.ById(var id) -> ids.add(id);
                case OrderRef.ByPublicId(var publicId) -> publicIds.add(publicId);
            }
        }
        var byId = byIds(store, ids);
        var byPublicId = byPublicIds(store, publicIds);
        pipeline.send(byId, byPublicId);
        return Stream.concat(byId.answer().stream(), byPublicId.answer().stream())
                .toList();
    }

    private static Query<OrderView> byPublicIds(StoreId store, List<String> publicIds) {
        return Query.of(
                        "select " + OrderRows.COLUMNS
                                + " from orders.customer_order as o where o.store_id = :store and o.public_id = any (:ids)",
                        OrderRows::order)
                .param("store", store.value())
                .param("ids", publicIds.toArray(String[]::new));
    }

    /** Finds an order and locks it: whoever changes it next waits here. */
    public Query<OrderView> lock(StoreId store, OrderRef ref) {
        return question(store, ref, " for update of o");
    }

    private static Query<OrderView> question(StoreId store, OrderRef ref, String lock) {
        var select = "select " + OrderRows.COLUMNS + " from orders.customer_order as o where o.store_id = :store and ";
        return switch (ref) {
            case OrderRef.ById(var id) ->
                Query.of(select + "o.id = :id" + lock, OrderRows::order)
                        .param("store", store.value())
                        .param("id", id);
            case OrderRef.ByPublicId(var publicId) ->
                Query.of(select + "o.public_id = :publicId" + lock, OrderRows::order)
                        .param("store", store.value())
                        .param("publicId", publicId);
        };
    }

    public Query<TimelineEntry> timeline(StoreId store, OrderRef ref) {
        var select = """
                select t.type, t.status, t.note, t.actor_kind, t.actor_id, t.actor_name, t.outcome, t.occurred_at
                from orders.timeline_entry as t
                """;
        return switch (ref) {
            case OrderRef.ById(var id) ->
                Query.of(
                                select + "where t.store_id = :store and t.order_id = :id order by t.position",
                                OrderRows::entry)
                        .param("store", store.value())
                        .param("id", id);
            case OrderRef.ByPublicId(var publicId) ->
                Query.of(select + """
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
    public List<Query<?>> move(
            StoreId store,
            OrderView order,
            OrderStatus to,
            OrderView.Payment payment,
            TimelineEntry entry,
            Instant now) {
        var update = Query.write("""
                        update orders.customer_order
                        set status = :status, payment_status = :paymentStatus, amount_due = :due,
                            amount_collected = :collected, call_again_at = null, sequence = sequence + :events,
                            updated_at = :now
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
        return List.of(update, record(store, order.id(), entry, now));
    }

    /** Stores the address of a locked order and nothing else of it. Answers the order after it. */
    public OrderDetails changeAddress(
            StoreId store, OrderView order, ChangeAddress change, TimelineEntry entry, Instant now) {
        var place = change.placeGiven() ? change.place() : order.customer().place();
        var update = Query.write("""
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
        pipeline.send(update, record(store, order.id(), entry, now), after, timeline);
        return new OrderDetails(after.single(), timeline.answer());
    }

    /** Sales that waited for their register's next session are in it. Nobody is told: the order is what it was. */
    public Query<Boolean> bookInSession(StoreId store, UUID session, List<UUID> sales) {
        return Query.write("""
                        update orders.customer_order set cashier_session_id = :session
                        where store_id = :store and id = any (:sales)
                        """)
                .param("store", store.value())
                .param("session", session)
                .param("sales", sales.toArray(UUID[]::new));
    }

    /** The timeline's next entry, on a locked order. */
    public Query<Boolean> record(StoreId store, UUID order, TimelineEntry entry, Instant now) {
        return Query.write("""
                        insert into orders.timeline_entry
                            (store_id, order_id, position, type, status, note, actor_kind, actor_id, actor_name,
                             outcome, occurred_at, recorded_at)
                        select :store, :order, count(*) + 1, :type, :status, :note, :actorKind, :actorId::uuid,
                               :actorName, :outcome, :occurredAt, :now
                        from orders.timeline_entry where store_id = :store and order_id = :order
                        """)
                .param("store", store.value())
                .param("order", order)
                .param("type", entry.type().toString())
                .param("status", entry.status().toString())
                .param("note", entry.note())
                .param("actorKind", entry.actorKind())
                .param("actorId", entry.actorId())
                .param("actorName", entry.actorName())
                .param(
                        "outcome",
                        entry.outcome() == null ? null : entry.outcome().toString())
                .param("occurredAt", Sql.at(entry.occurredAt()))
                .param("now", Sql.at(now));
    }

    /** How many orders came from one moment to another. */
    public Query<Long> countTaken(StoreId store, Instant from, Instant to) {
        return Query.number("""
                        select count(*) from orders.customer_order
                        where store_id = :store and created_at >= :from and created_at < :to
                        """)
                .param("store", store.value())
                .param("from", Sql.at(from))
                .param("to", Sql.at(to));
    }
}
