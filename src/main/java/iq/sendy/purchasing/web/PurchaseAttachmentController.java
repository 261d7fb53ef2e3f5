package iq.sendy.purchasing.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.platform.url.BrowserUrl;
import iq.sendy.purchasing.AttachFile;
import iq.sendy.purchasing.PurchaseAttachment;
import iq.sendy.purchasing.PurchaseAttachments;
import iq.sendy.purchasing.PurchaseOrders;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@StoreController
class PurchaseAttachmentController {

    private final PurchaseOrders orders;
    private final PurchaseAttachments attachments;

    PurchaseAttachmentController(PurchaseOrders orders, PurchaseAttachments attachments) {
        this.orders = orders;
        this.attachments = attachments;
    }

    /** A file that lies elsewhere; its size in bytes, at most 25 MiB. */
    record AttachmentRequest(
            @Required @Text(Text.NAME) @Example("\"فاتورة.pdf\"")
            String fileName,

            @Required @Text(Text.URL) @Example("\"https://files.example.com/invoice-2041.pdf\"")
            String fileUrl,

            @Required @Whole(min = 1, max = 25L << 20) @Example("184320")
            Long fileSize)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (fileUrl != null && !BrowserUrl.secure(fileUrl)) {
                violations.add("fileUrl", "field.invalid");
            }
        }
    }

    @PostMapping("/purchase-orders/{id}/attachments")
    @Allows(permission = "purchase_orders.manage", scope = "purchasing:write")
    @Describes(value = "Attach a file to a purchase order, three at most", refuses = AttachFile.Result.class)
    Answer<PurchaseAttachment> attach(
            @PathVariable UUID id, @Body Bound<AttachmentRequest> body, Caller caller, Actor actor) {
        if (!body.problems().isEmpty() && orders.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        var request = body.valid();
        var command = new AttachFile(id, request.fileName(), request.fileUrl(), request.fileSize());
        return switch (attachments.attach(caller.store(), actor, command)) {
            case AttachFile.Result.Attached(var attachment) -> Answer.ok("purchase_order.attached", attachment);
            case AttachFile.Result.NoSuchOrder _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    @DeleteMapping("/purchase-orders/{id}/attachments/{attachmentId}")
    @Allows(permission = "purchase_orders.manage", scope = "purchasing:write")
    @Describes("Take an attachment off a purchase order; its place is free again")
    Answer<Void> remove(@PathVariable UUID id, @PathVariable UUID attachmentId, Caller caller, Actor actor) {
        return attachments.remove(caller.store(), actor, id, attachmentId)
                ? Answer.ok("purchase_order.attachment_deleted", null)
                : Answer.notFound();
    }
}
