package iq.sendy.purchasing.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.purchasing.PurchaseAttachment;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Attachments of purchase orders, each in one of three slots. */
@Component
public class AttachmentStore {

    private static final Columns<PurchaseAttachment> ATTACHMENT = Columns.of(PurchaseAttachment.class, "a")
            .uuid("id", PurchaseAttachment::id)
            .text("file_name", PurchaseAttachment::fileName)
            .text("file_url", PurchaseAttachment::fileUrl)
            .bigint("file_size", PurchaseAttachment::fileSize);

    /** Into the first slot of a purchase order that is free, once an earlier statement has locked it; a row when there is one. */
    public Query<Boolean> insert(StoreId store, UUID order, PurchaseAttachment attachment, Instant now) {
        return Query.write("insert into purchasing.attachment (store_id, purchase_order_id, slot, created_at, "
                        + ATTACHMENT.names() + ") select :store, o.id, s.slot, :now, " + ATTACHMENT.values() + """
                         from purchasing.purchase_order as o, generate_series(1, 3) as s (slot)
                        where o.store_id = :store and o.id = :order and not exists (
                            select from purchasing.attachment as a
                            where a.store_id = :store and a.purchase_order_id = :order and a.slot = s.slot)
                        order by s.slot
                        limit 1
                        returning true
                        """)
                .param("store", store.value())
                .param("order", order)
                .param("now", Sql.at(now))
                .row(ATTACHMENT, attachment);
    }

    /** Answers it as it was. */
    public Query<PurchaseAttachment> delete(StoreId store, UUID order, UUID attachment) {
        return Query.of(
                        "delete from purchasing.attachment as a where a.store_id = :store"
                                + " and a.purchase_order_id = :order and a.id = :id returning " + ATTACHMENT.selected(),
                        PurchaseAttachment.class)
                .param("store", store.value())
                .param("order", order)
                .param("id", attachment);
    }
}
