package iq.sendy.returns.store;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.orders.Revision;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.returns.ReturnStatus;
import iq.sendy.returns.ReturnView;
import iq.sendy.returns.ReturnView.Refund;
import iq.sendy.returns.ReturnView.ReturnItem;
import iq.sendy.returns.model.ReturnableItems.HeldPieces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
             from returns.return_item as i where i.store_id = r.store_id and i.request_id = r.id) as items""";

    private static final Keyset<ReturnView> NEWEST =
            Keyset.newest("r", request -> request.revision().createdAt(), ReturnView::id);

    private static final Columns<ReturnItem> ASKED = Columns.of(ReturnItem.class, "item")
            .uuid("order_line_id", ReturnItem::orderItemId)
            .text("sku", ReturnItem::sku)
            .bigint("quantity", ReturnItem::quantity)
            .bigint("refund", ReturnItem::refund);

    private static final Columns<ReturnItem> ARRIVED = Columns.of(ReturnItem.class, "came")
            .uuid("order_line_id", ReturnItem::orderItemId)
            .bigint("restocked", ReturnItem::restocked)
            .bigint("damaged", ReturnItem::damaged)
            .bigint("refund", ReturnItem::refund);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<ReturnItem>> ITEMS = new TypeReference<>() {};

    private final Pipeline pipeline;

    ReturnStore(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    public Query<ReturnView> find(StoreId store, UUID request) {
        return Query.of(
                        "select " + COLUMNS
                                + " from returns.return_request as r where r.store_id = :store and r.id = :id",
                        ReturnStore::request)
                .param("store", store.value())
                .param("id", request);
    }

    /** For each line of an order that a return was about: one that is complete holds what came, and not what was asked. */
    public Query<HeldPieces> held(StoreId store, UUID order) {
        return Query.of("""
                        select i.order_line_id,
                               sum(case r.status when 'completed' then i.restocked + i.damaged else i.quantity end)
                                   ::bigint as asked,
                               coalesce(sum(i.restocked + i.damaged) filter (where r.status = 'completed'), 0)::bigint
                                   as back
                        from returns.return_request as r
                        join returns.return_item as i on i.store_id = r.store_id and i.request_id = r.id
                        where r.store_id = :store and i.store_id = :store and r.order_id = :order
                            and r.status in ('approved', 'completed')
                        group by i.order_line_id
                        """, HeldPieces.class).param("store", store.value()).param("order", order);
    }

    /** What was paid back by the returns of an order that are complete. */
    public Query<Long> refunded(StoreId store, UUID order) {
        return Query.number("""
                        select coalesce(sum(refund_amount), 0)::bigint from returns.return_request
                        where store_id = :store and order_id = :order and status = 'completed'
                        """).param("store", store.value()).param("order", order);
    }

    /** The statuses that returns of an order are in. */
    public Query<ReturnStatus> statuses(StoreId store, UUID order) {
        return Query.of("""
                        select distinct status from returns.return_request
                        where store_id = :store and order_id = :order
                        """, (row, _) -> WireWord.of(ReturnStatus.class, row.getString("status")))
                .param("store", store.value())
                .param("order", order);
    }

    /** Stores a new return; its items follow by {@link #insertItems}. */
    public Query<Boolean> insert(StoreId store, ReturnView request) {
        return Query.write("""
                        insert into returns.return_request
                            (store_id, id, order_id, status, reason, note, currency, refund_amount, sequence,
                             created_at, updated_at)
                        values (:store, :id, :order, :status, :reason, null, :currency, :refund, 1, :now, :now)
                        """)
                .param("store", store.value())
                .param("id", request.id())
                .param("order", request.orderId())
                .param("status", request.status().toString())
                .param("reason", request.reason())
                .param("currency", request.refund().currency().name())
                .param("refund", request.refund().amount())
                .param("now", Sql.at(request.revision().createdAt()));
    }

    public Query<Boolean> insertItems(StoreId store, ReturnView request) {
        return Query.write("""
                        insert into returns.return_item
                            (store_id, request_id, position, order_line_id, sku, quantity, restocked, damaged, refund)
                        select :store, :request, position, order_line_id, sku, quantity, 0, 0, refund
                        from %s
                        """.formatted(ASKED.numbered("position")))
                .param("store", store.value())
                .param("request", request.id())
                .rows(ASKED, request.items());
    }

    /** Moves a return if it still is where it was; a row tells that it was. A note that is null keeps the one before. */
    public Query<UUID> move(
            StoreId store, ReturnView request, ReturnStatus to, @Nullable String note, long refund, Instant now) {
        return Query.id("""
                        update returns.return_request
                        set status = :to, note = coalesce(:note::text, note), refund_amount = :refund,
                            sequence = sequence + 1, updated_at = :now
                        where store_id = :store and id = :id and status = :from
                        returning id
                        """)
                .param("to", to.toString())
                .param("note", note)
                .param("refund", refund)
                .param("now", Sql.at(now))
                .param("store", store.value())
                .param("id", request.id())
                .param("from", request.status().toString());
    }

    /** Stores what came of each line, and what is paid back for it. */
    public Query<Boolean> arrived(StoreId store, UUID request, List<ReturnItem> items) {
        return Query.write("""
                        update returns.return_item as i
                        set restocked = came.restocked, damaged = came.damaged, refund = came.refund
                        from %s
                        where i.store_id = :store and i.request_id = :request and i.order_line_id = came.order_line_id
                        """.formatted(ARRIVED.table()))
                .rows(ARRIVED, items)
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
        var after = cursor == null ? "" : " and " + NEWEST.after();
        var rows = narrowed(
                Query.of(
                        "select " + COLUMNS + " from (select r.* from returns.return_request as r where " + condition
                                + after + " order by " + NEWEST.order() + " offset :offset limit :most) as r order by "
                                + NEWEST.order(),
                        ReturnStore::request),
                store,
                order,
                statuses);
        rows.param("offset", paging.offset()).param("most", paging.pageSize() + 1);
        if (cursor != null) {
            NEWEST.parameters(cursor).forEach(rows::param);
            pipeline.send(rows);
            return Page.of(paging, rows.answer(), null, NEWEST::position);
        }
        var total = narrowed(
                Query.number("select count(*) from returns.return_request as r where " + condition),
                store,
                order,
                statuses);
        pipeline.send(rows, total);
        return Page.of(paging, rows.answer(), total.single(), NEWEST::position);
    }

    /** Those that wait for somebody, by an index of their own. */
    public Query<Long> countOpen(StoreId store) {
        return Query.number("""
                        select count(*) from returns.return_request
                        where store_id = :store and status in ('pending', 'approved')
                        """).param("store", store.value());
    }

    private static <R> Query<R> narrowed(
            Query<R> question, StoreId store, @Nullable UUID order, List<ReturnStatus> statuses) {
        question.param("store", store.value());
        if (order != null) {
            question.param("order", order);
        }
        if (!statuses.isEmpty()) {
            question.param("statuses", Sql.words(statuses));
        }
        return question;
    }

    private static ReturnView request(ResultSet row, int index) throws SQLException {
        @Nullable String items = row.getString("items");
        return new ReturnView(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                WireWord.of(ReturnStatus.class, row.getString("status")),
                row.getString("reason"),
                row.getString("note"),
                new Refund(Currency.valueOf(row.getString("currency")), row.getLong("refund_amount")),
                items == null ? List.of() : JSON.readValue(items, ITEMS),
                new Revision(row.getLong("sequence"), Sql.instant(row, "created_at"), Sql.instant(row, "updated_at")));
    }
}
