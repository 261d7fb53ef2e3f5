package iq.sendy.messaging;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quotes that contacts were made, for those who tell all that is known of one. Where there is no such bean there are none. */
public interface ContactQuotes {

    /** All of a contact, the oldest first, for a trip of the caller's own. */
    Query<ExportedQuote> of(StoreId store, UUID contact);

    /**
     * An order as it was worked out for the contact.
     *
     * @param orderId the order that it became
     */
    record ExportedQuote(
            UUID id,
            UUID conversationId,
            List<ExportedQuoteItem> items,
            ExportedQuoteMoney money,
            ExportedRecipient recipient,
            String state,
            @Nullable UUID orderId,
            Instant createdAt) {

        public ExportedQuote {
            items = List.copyOf(items);
        }
    }

    /** Pieces of one product, at the price of then. */
    record ExportedQuoteItem(String sku, String name, long quantity, BigDecimal unitPrice, BigDecimal lineTotal) {}

    /** What it costs. */
    record ExportedQuoteMoney(
            Currency currency,
            BigDecimal subTotal,
            BigDecimal discountTotal,
            BigDecimal deliveryFee,
            BigDecimal total) {}

    /** Whom it was for, as they said. */
    record ExportedRecipient(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            String provinceCode,
            UUID areaId) {}
}
