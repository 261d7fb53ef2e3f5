package iq.sendy.purchasing.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.purchasing.PurchaseOrderStatus;
import iq.sendy.purchasing.model.GoodsReceipt;
import iq.sendy.purchasing.model.GoodsReceipt.ReceiptLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Receipts of purchase orders, written under the lock of theirs. */
@Component
public class ReceiptStore {

    private static final Columns<ReceiptLine> LINE = Columns.of(ReceiptLine.class, "r")
            .uuid("item_id", ReceiptLine::item)
            .uuid("product_id", ReceiptLine::product)
            .bigint("accepted", ReceiptLine::accepted)
            .bigint("rejected", ReceiptLine::rejected)
            .bigint("value", ReceiptLine::value)
            .bigint("fees", ReceiptLine::fees);

    /** The lines of a receipt, what came of the items, and where the purchase order is now. */
    public List<Query<?>> insert(StoreId store, UUID order, UUID receipt, GoodsReceipt goods, Instant now) {
        var lines = Query.write(
                        "insert into purchasing.receipt_line (store_id, purchase_order_id, receipt_id, created_at, "
                                + LINE.names() + ") select :store, :order, :receipt, :now, " + LINE.names() + " from "
                                + LINE.table())
                .param("store", store.value())
                .param("order", order)
                .param("receipt", receipt)
                .param("now", Sql.at(now))
                .rows(LINE, goods.lines());
        var items = Query.write("""
                        update purchasing.purchase_order_item as i
                        set received = i.received + r.accepted, rejected = i.rejected + r.rejected
                        from %s
                        where i.store_id = :store and i.purchase_order_id = :order and i.id = r.item_id
                        """.formatted(LINE.table()))
                .param("store", store.value())
                .param("order", order)
                .rows(LINE, goods.lines());
        return List.of(lines, items, move(store, order, goods.status(), goods.fees(), now));
    }

    private static Query<Boolean> move(StoreId store, UUID order, PurchaseOrderStatus status, long fees, Instant now) {
        return Query.write("""
                        update purchasing.purchase_order
                        set status = :status, fees_carried = fees_carried + :fees, updated_at = :now
                        where store_id = :store and id = :id
                        """)
                .param("store", store.value())
                .param("id", order)
                .param("status", status.toString())
                .param("fees", fees)
                .param("now", Sql.at(now));
    }
}
