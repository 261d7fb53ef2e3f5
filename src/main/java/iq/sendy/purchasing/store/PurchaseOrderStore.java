package iq.sendy.purchasing.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.purchasing.PurchaseAttachment;
import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.PurchaseOrder.PurchaseOrderDetails;
import iq.sendy.purchasing.PurchaseOrder.PurchaseOrderSums;
import iq.sendy.purchasing.PurchaseOrderItem;
import iq.sendy.purchasing.PurchaseOrderStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Purchase orders with their items. They are locked by one statement and read by the next, since a lock may have waited. */
@Component
public class PurchaseOrderStore {

    private static final Columns<PurchaseOrderDetails> DETAILS = Columns.of(PurchaseOrderDetails.class, "o")
            .uuid("supplier_id", PurchaseOrderDetails::supplierId)
            .text("reference_number", PurchaseOrderDetails::referenceNumber)
            .time("order_date", PurchaseOrderDetails::orderDate)
            .time("expected_delivery_date", PurchaseOrderDetails::expectedDeliveryDate)
            .text("notes", PurchaseOrderDetails::notes)
            .bigint("additional_fees", PurchaseOrderDetails::additionalFees);

    private static final Columns<PurchaseOrderItem> ITEM = Columns.of(PurchaseOrderItem.class, "i")
            .uuid("id", PurchaseOrderItem::id)
            .uuid("product_id", PurchaseOrderItem::productId)
            .text("sku", PurchaseOrderItem::sku)
            .text("name", PurchaseOrderItem::name)
            .bigint("quantity", PurchaseOrderItem::quantity)
            .bigint("unit_cost", PurchaseOrderItem::unitCost)
            .text("notes", PurchaseOrderItem::notes)
            .bigint("received", PurchaseOrderItem::received)
            .bigint("rejected", PurchaseOrderItem::rejected);

    private static final String SELECTED =
            "o.id, o.number, o.status, o.sub_total, o.fees_carried, o.created_at, o.updated_at, " + DETAILS.selected()
                    + """
                    , (select s.full_name from purchasing.supplier as s
                       where s.store_id = :store and s.id = o.supplier_id) as supplier_name,
                    (select jsonb_agg(jsonb_build_object('id', i.id, 'productId', i.product_id, 'sku', i.sku,
                                                         'name', i.name, 'quantity', i.quantity,
                                                         'unitCost', i.unit_cost, 'notes', i.notes,
                                                         'received', i.received, 'rejected', i.rejected)
                                      order by i.position)
                     from purchasing.purchase_order_item as i
                     where i.store_id = :store and i.purchase_order_id = o.id) as items,
                    (select jsonb_agg(jsonb_build_object('id', a.id, 'fileName', a.file_name, 'fileUrl', a.file_url,
                                                         'fileSize', a.file_size)
                                      order by a.created_at, a.id)
                     from purchasing.attachment as a
                     where a.store_id = :store and a.purchase_order_id = o.id) as attachments,
                    (select coalesce(sum(e.amount), 0)::bigint from purchasing.ledger_entry as e
                     where e.store_id = :store and e.purchase_order_id = o.id and e.type <> 'Payment') as received,
                    (select -coalesce(sum(e.amount), 0)::bigint from purchasing.ledger_entry as e
                     where e.store_id = :store and e.purchase_order_id = o.id and e.type = 'Payment') as paid
                    """;

    private static final Keyset<PurchaseOrder> NEWEST = Keyset.newest("o", PurchaseOrder::createdAt, PurchaseOrder::id);

    /** What is stored as JSON is ours, and read as it was written. */
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TypeReference<List<PurchaseOrderItem>> ITEMS = new TypeReference<>() {};
    private static final TypeReference<List<PurchaseAttachment>> ATTACHMENTS = new TypeReference<>() {};

    /** A draft with the next number of the store, whose row makes those who order queue until the commit. */
    public Query<Boolean> insert(StoreId store, UUID order, PurchaseOrderDetails details, long subTotal, Instant now) {
        return Query.write("""
                        with counted as (
                            insert into platform.store_counter as c (store_id, name, value)
                            values (:store, 'purchase_order', 1)
                            on conflict (store_id, name) do update set value = c.value + 1
                            returning value
                        )
                        insert into purchasing.purchase_order
                            (store_id, id, number, status, sub_total, fees_carried, created_at, updated_at, %s)
                        select :store, :id, value, 'Draft', :subTotal, 0, :now, :now, %s from counted
                        """.formatted(DETAILS.names(), DETAILS.values()))
                .param("store", store.value())
                .param("id", order)
                .param("subTotal", subTotal)
                .param("now", Sql.at(now))
                .row(DETAILS, details);
    }

    public Query<Boolean> insertItems(StoreId store, UUID order, List<PurchaseOrderItem> items) {
        return Query.write("insert into purchasing.purchase_order_item (store_id, purchase_order_id, position, "
                        + ITEM.names() + ") select :store, :order, position, " + ITEM.names() + " from "
                        + ITEM.numbered("position"))
                .param("store", store.value())
                .param("order", order)
                .rows(ITEM, items);
    }

    /** Takes the items of a draft away: for others, or before the draft itself. */
    public Query<Boolean> deleteItems(StoreId store, UUID order) {
        return Query.write("""
                        delete from purchasing.purchase_order_item
                        where store_id = :store and purchase_order_id = :order
                        """).param("store", store.value()).param("order", order);
    }

    public Query<Boolean> deleteAttachments(StoreId store, UUID order) {
        return Query.write("delete from purchasing.attachment where store_id = :store and purchase_order_id = :order")
                .param("store", store.value())
                .param("order", order);
    }

    /** Whether anything was received or paid of it: then it stays. */
    public Query<Boolean> anyLedgerEntry(StoreId store, UUID order) {
        return Query.flag("""
                        select exists (
                            select from purchasing.ledger_entry
                            where store_id = :store and purchase_order_id = :order)
                        """).param("store", store.value()).param("order", order);
    }

    public Query<Boolean> delete(StoreId store, UUID order) {
        return Query.write("delete from purchasing.purchase_order where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", order);
    }

    public Query<Boolean> update(
            StoreId store,
            UUID order,
            PurchaseOrderDetails details,
            PurchaseOrderStatus status,
            long subTotal,
            Instant now) {
        return Query.write("update purchasing.purchase_order set status = :status, sub_total = :subTotal,"
                        + " updated_at = :now, " + DETAILS.assignments() + " where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", order)
                .param("status", status.toString())
                .param("subTotal", subTotal)
                .param("now", Sql.at(now))
                .row(DETAILS, details);
    }

    /** Whoever changes the purchase order next waits; a row when there is one. */
    public Query<Boolean> lock(StoreId store, UUID order) {
        return Query.write("select true from purchasing.purchase_order where store_id = :store and id = :id for update")
                .param("store", store.value())
                .param("id", order);
    }

    public Query<PurchaseOrder> find(StoreId store, UUID order) {
        return Query.of(
                        "select " + SELECTED
                                + " from purchasing.purchase_order as o where o.store_id = :store and o.id = :id",
                        PurchaseOrderStore::order)
                .param("store", store.value())
                .param("id", order);
    }

    /** Newest first. */
    public Listing<PurchaseOrder> list(StoreId store, List<PurchaseOrderStatus> statuses) {
        return Listing.select(SELECTED, PurchaseOrderStore::order)
                .from("purchasing.purchase_order as o where o.store_id = :store", NEWEST)
                .param("store", store.value())
                .and("o.status = any (:statuses)", "statuses", Sql.words(statuses));
    }

    /** Whether anything was ever ordered of a supplier. */
    public Query<Boolean> any(StoreId store) {
        return Query.flag("select exists (select from purchasing.purchase_order where store_id = :store)")
                .param("store", store.value());
    }

    private static PurchaseOrder order(ResultSet row, int index) throws SQLException {
        return new PurchaseOrder(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                WireWord.of(PurchaseOrderStatus.class, row.getString("status")),
                new PurchaseOrderDetails(
                        row.getObject("supplier_id", UUID.class),
                        row.getString("reference_number"),
                        Sql.instant(row, "order_date"),
                        Sql.instantOrNull(row, "expected_delivery_date"),
                        row.getString("notes"),
                        row.getLong("additional_fees")),
                row.getString("supplier_name"),
                list(row.getString("items"), ITEMS),
                list(row.getString("attachments"), ATTACHMENTS),
                new PurchaseOrderSums(
                        row.getLong("sub_total"),
                        row.getLong("fees_carried"),
                        row.getLong("received"),
                        row.getLong("paid")),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    private static <T> List<T> list(@Nullable String json, TypeReference<List<T>> type) {
        return json == null ? List.of() : JSON.readValue(json, type);
    }
}
