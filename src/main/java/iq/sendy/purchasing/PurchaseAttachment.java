package iq.sendy.purchasing;

import java.util.UUID;

/** Attachment of a purchase order: a file that lies elsewhere, such as the supplier's bill; its size in bytes. */
public record PurchaseAttachment(UUID id, String fileName, String fileUrl, long fileSize) {}
