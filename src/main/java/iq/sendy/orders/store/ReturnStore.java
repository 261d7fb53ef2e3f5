package iq.sendy.orders.store;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.ReturnStatus;
import iq.sendy.orders.ReturnView;
import iq.sendy.orders.model.ReturnableItems.Held;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Returns and the pieces they are about. */
@Component
public class ReturnStore {

    private static final String COLUMNS = """
            r.id, r.order_id, r.status, r.reason, r.note, r.currency, r.refund_amount, r.sequence, r.created_at, r.updated_at,
            (select jsonb_agg(jsonb_build_object('orderItemId', i.order_line_id, 'sku', i.sku, 'quantity', i.quantity,
                                                 'restocked', i.restocked, 'damaged', i.damaged, 'refund', i.refund)
                              order by i.position)
             from orders.return_item as i where i.store_id = r.store_id and i.request_id = r.id) as items""";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ReturnView.Item>> ITEMS = new TypeReference<>() {};

    private final Pipeline pipeline;

    ReturnStore(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** How many returns of an order are in a status. */
    public record Counted(String status, long count) {}

    public Query<ReturnView> find(StoreId store, UUID request) {
        return one(store, request, "");
    }

    /** Finds a return and locks it; its order is locked before it. */
    public Query<ReturnView> lock(StoreId store, UUID request) {
        return one(store, request, " for update of r");
    }

    private static Query<ReturnView> one(StoreId store, UUID request, String lock) {
        return Query.of(
                        "select " + COLUMNS
                                + " from orders.return_request as r where r.store_id = :store and r.id = :id" + lock,
                        ReturnStore::request)
                .param("store", store.value())
                .param("id", request);
    }

    /** The order that a return belongs to, locked. */
    public Query<OrderView> lockOrderOf(StoreId store, UUID request) {
        return Query.of("select " + OrderRows.COLUMNS + """
                                 from orders.customer_order as o
                                where o.store_id = :store and o.id = (
                                    select order_id from orders.return_request where store_id = :store and id = :request)
                                for update of o
                                """, OrderRows::order)
                .param("store", store.value())
                .param("request", request);
    }

    /** For each line of an order that a return was about: one that is complete holds what came, and not what was asked. */
    public Query<Held> held(StoreId store, UUID order) {
        return Query.of("""
                        select i.order_line_id,
                               sum(case r.status when 'completed' then i.restocked + i.damaged else i.quantity end)
                                   ::bigint as asked,
                               coalesce(sum(i.restocked + i.damaged) filter (where r.status = 'completed'), 0)::bigint
                                   as back
                        from orders.return_request as r
                        join orders.return_item as i on i.store_id = r.store_id and i.request_id = r.id
                        where r.store_id = :store and i.store_id = :store and r.order_id = :order
                            and r.status in ('approved', 'completed')
                        group by i.order_line_id
                        """, Held.class).param("store", store.value()).param("order", order);
    }

    public Query<Counted> counted(StoreId store, UUID order) {
        return Query.of("""
                        select status, count(*) as count from orders.return_request
                        where store_id = :store and order_id = :order group by status
                        """, Counted.class).param("store", store.value()).param("order", order);
    }

    /** Stores a new return; its items follow by {@link #insertItems}. */
    public Query<Boolean> insert(StoreId store, ReturnView request) {
        return Query.write("""
                        insert into orders.return_request
                            (store_id, id, order_id, status, reason, note, currency, refund_amount, sequence,
                             created_at, updated_at)
                        values (:store, :id, :order, :status, :reason, null, :currency, :refund, 1, :now, :now)
                        """)
                .param("store", store.value())
                .param("id", request.id())
                .param("order", request.orderId())
                .param("status", request.status().toString())
                .param("reason", request.reason())
                .param("currency", request.currency().name())
                .param("refund", request.refundAmount())
                .param("now", Sql.at(request.createdAt()));
    }

    public Query<Boolean> insertItems(StoreId store, ReturnView request) {
        var items = request.items();
        return Query.write("""
                        insert into orders.return_item
                            (store_id, request_id, position, order_line_id, sku, quantity, restocked, damaged, refund)
                        select :store, :request, position, line, sku, quantity, 0, 0, refund
                        from unnest(:lines::uuid[], :skus::text[], :quantities::bigint[], :refunds::bigint[])
                            with ordinality as item (line, sku, quantity, refund, position)
                        """)
                .param("store", store.value())
                .param("request", request.id())
                .param("lines", items.stream().map(ReturnView.Item::orderItemId).toArray(UUID[]::new))
                .param("skus", items.stream().map(ReturnView.Item::sku).toArray(String[]::new))
                .param("quantities", numbers(items, ReturnView.Item::quantity))
                .param("refunds", numbers(items, ReturnView.Item::refund));
    }

    /** Moves a return if it still is where it was; a row tells that it was. A note that is null keeps the one before. */
    public Query<UUID> move(
            StoreId store,
            UUID request,
            ReturnStatus from,
            ReturnStatus to,
            @Nullable String note,
            long refund,
            Instant now) {
        return Query.of("""
                        update orders.return_request
                        set status = :to, note = coalesce(:note::text, note), refund_amount = :refund,
                            sequence = sequence + 1, updated_at = :now
                        where store_id = :store and id = :id and status = :from
                        returning id
                        """, (row, _) -> row.getObject("id", UUID.class))
                .param("to", to.toString())
                .param("note", note)
                .param("refund", refund)
                .param("now", Sql.at(now))
                .param("store", store.value())
                .param("id", request)
                .param("from", from.toString());
    }

    /** Stores what came of each line, and what is paid back for it. */
    public Query<Boolean> came(StoreId store, UUID request, List<ReturnView.Item> items) {
        return Query.write("""
                        update orders.return_item as i
                        set restocked = came.restocked, damaged = came.damaged, refund = came.refund
                        from unnest(:lines::uuid[], :restocked::bigint[], :damaged::bigint[], :refunds::bigint[])
                            as came (line, restocked, damaged, refund)
                        where i.store_id = :store and i.request_id = :request and i.order_line_id = came.line
                        """)
                .param("lines", items.stream().map(ReturnView.Item::orderItemId).toArray(UUID[]::new))
                .param("restocked", numbers(items, ReturnView.Item::restocked))
                .param("damaged", numbers(items, ReturnView.Item::damaged))
                .param("refunds", numbers(items, ReturnView.Item::refund))
                .param("store", store.value())
                .param("request", request);
    }

    /**
     * Newest first.
     *
     * @param order null for those of all orders
     * @param statuses empty for any
     */
    public Page<ReturnView> list(StoreId store, @Nullable UUID order, List<ReturnStatus> statuses, Paging paging) {
        var condition = "r.store_id = :store" + (order == null ? "" : " and r.order_id = :order")
                + (statuses.isEmpty() ? "" : " and r.status = any (:statuses)");
        var cursor = paging.cursor();
        var after = cursor == null ? "" : " and (r.created_at, r.id) < (:cursorAt, :cursorId::uuid)";
        var rows = narrowed(
                Query.of(
                        "select " + COLUMNS + " from (select r.* from orders.return_request as r where " + condition
                                + after + " order by r.created_at desc, r.id desc offset :offset limit :most) as r"
                                + " order by r.created_at desc, r.id desc",
                        ReturnStore::request),
                store,
                order,
                statuses);
        rows.param("offset", paging.offset()).param("most", paging.pageSize() + 1);
        if (cursor != null) {
            var parts = cursor.split("_", -1);
            rows.param("cursorAt", Sql.at(Instant.ofEpochMilli(Long.parseLong(parts[0]))))
                    .param("cursorId", UUID.fromString(parts[1]));
            pipeline.send(rows);
            return Page.of(paging, rows.answer(), null, ReturnStore::position);
        }
        var total = narrowed(
                Query.of(
                        "select count(*) from orders.return_request as r where " + condition,
                        (row, _) -> row.getLong(1)),
                store,
                order,
                statuses);
        pipeline.send(rows, total);
        return Page.of(paging, rows.answer(), total.single(), ReturnStore::position);
    }

    private static <R> Query<R> narrowed(
            Query<R> question, StoreId store, @Nullable UUID order, List<ReturnStatus> statuses) {
        question.param("store", store.value());
        if (order != null) {
            question.param("order", order);
        }
        if (!statuses.isEmpty()) {
            question.param(
                    "statuses", statuses.stream().map(ReturnStatus::toString).toArray(String[]::new));
        }
        return question;
    }

    private static String position(ReturnView request) {
        return request.createdAt().toEpochMilli() + "_" + request.id();
    }

    private static Long[] numbers(List<ReturnView.Item> items, ToLongFunction<ReturnView.Item> column) {
        return items.stream().mapToLong(column).boxed().toArray(Long[]::new);
    }

    private static ReturnView request(ResultSet row, int index) throws SQLException {
        @Nullable String items = row.getString("items");
        return new ReturnView(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                ReturnStatus.of(row.getString("status")),
                row.getString("reason"),
                row.getString("note"),
                Currency.valueOf(row.getString("currency")),
                items == null ? List.of() : JSON.readValue(items, ITEMS),
                row.getLong("refund_amount"),
                row.getLong("sequence"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
