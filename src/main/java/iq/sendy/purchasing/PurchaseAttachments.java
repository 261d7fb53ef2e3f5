package iq.sendy.purchasing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.purchasing.store.AttachmentStore;
import iq.sendy.purchasing.store.PurchaseOrderStore;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Attachments of purchase orders, three at most. */
@Service
public class PurchaseAttachments {

    private static final String TYPE = "purchase_order_attachment";

    private final AttachmentStore attachments;
    private final PurchaseOrderStore orders;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    PurchaseAttachments(
            AttachmentStore attachments,
            PurchaseOrderStore orders,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.attachments = attachments;
        this.orders = orders;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Who attaches at the same moment comes one after the other, by the lock of the purchase order. */
    @Transactional
    public AttachFile.Result attach(StoreId store, Actor actor, AttachFile command) {
        var attachment =
                new PurchaseAttachment(uuidGenerator.next(), command.fileName(), command.fileUrl(), command.fileSize());
        var trip = pipeline.open();
        var order = trip.add(orders.lock(store, command.order()));
        var stored = trip.add(attachments.insert(store, command.order(), attachment, clock.instant()));
        trip.send();
        if (!order.any()) {
            return new AttachFile.Result.NoSuchOrder();
        }
        if (!stored.any()) {
            return new AttachFile.Result.NoSlot();
        }
        audit.record(store, actor, Change.created(TYPE, attachment.id(), attachment));
        return new AttachFile.Result.Attached(attachment);
    }

    /** False when the purchase order has no such attachment. */
    @Transactional
    public boolean remove(StoreId store, Actor actor, UUID order, UUID attachment) {
        var removed = pipeline.ask(attachments.delete(store, order, attachment)).first();
        removed.ifPresent(gone -> audit.record(store, actor, Change.deleted(TYPE, attachment, gone)));
        return removed.isPresent();
    }
}
