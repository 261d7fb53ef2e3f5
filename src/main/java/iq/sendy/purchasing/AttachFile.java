package iq.sendy.purchasing;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;

/** Attach a file to a purchase order, in any status: the bill often comes last. */
public record AttachFile(UUID order, String fileName, String fileUrl, long fileSize) {

    /** What can come of it. */
    public sealed interface Result {

        record Attached(PurchaseAttachment attachment) implements Result {}

        record NoSuchOrder() implements Result {}

        /** There are three. */
        @RefusedWith(status = 409, code = "attachment.limit")
        record NoSlot() implements Result, Refusal {}
    }
}
