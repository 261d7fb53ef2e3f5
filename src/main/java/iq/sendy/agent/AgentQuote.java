package iq.sendy.agent;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.orders.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Agent quote: an order as the agent worked it out for a customer, which a tap of its button places. It never changes but in
 * its state, and its stock is held until it expires.
 *
 * @param source where the recipient's phone comes from
 */
public record AgentQuote(
        UUID id,
        QuoteTalk talk,
        List<QuotedItem> items,
        QuoteMoney money,
        Recipient recipient,
        PhoneSource source,
        QuoteState state,
        Instant expiresAt) {

    public AgentQuote {
        items = List.copyOf(items);
    }

    /** Whose it is, and what is spoken there. */
    public record QuoteTalk(UUID channel, UUID conversation, UUID contact, ReplyLanguage language) {}

    /** Pieces of one product, at the price of then. */
    public record QuotedItem(UUID product, String sku, String name, long quantity, long unitPrice, long lineTotal) {}

    /** What it costs, in minor units. */
    public record QuoteMoney(Currency currency, long subTotal, long discountTotal, long deliveryFee, long total) {}

    /** Where the phone of a quote comes from. */
    public enum PhoneSource implements WireWord {
        /** It is proved to be the contact's. */
        VERIFIED("Verified"),
        /** The customer wrote it in a message; it is good for this order alone. */
        WRITTEN("Written");

        private final String word;

        PhoneSource(String word) {
            this.word = word;
        }

        /** The word in the database. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** State of a quote; one that is not open stays as it is. */
    public enum QuoteState implements WireWord {
        OPEN("Open"),
        /** It is an order. */
        ORDERED("Ordered"),
        /** The customer tapped the other button. */
        CANCELLED("Cancelled"),
        /** A newer one of the conversation took its place. */
        REPLACED("Replaced"),
        EXPIRED("Expired");

        private final String word;

        QuoteState(String word) {
            this.word = word;
        }

        /** The word in the database. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** The goods and the address of people belong in no log. */
    @Override
    public String toString() {
        return "quote " + id;
    }
}
