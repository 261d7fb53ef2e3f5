package iq.sendy.meta;

import iq.sendy.meta.model.InboundItems;
import iq.sendy.meta.model.PayloadReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Meta tells in one delivery: the items that could be read, messages before what became of others, and how many could
 * not.
 */
public record MetaPayload(List<InboundItem> items, int unreadable) {

    public MetaPayload {
        items = List.copyOf(items);
    }

    /**
     * Reads a delivery. What cannot be read of one item costs none of the others; of a body that is no JSON, or of another
     * kind of channel, nothing can be.
     *
     * @param arrived stands in for times that are missing, or have not been yet
     */
    public static MetaPayload parse(ChannelType type, byte[] body, Instant arrived) {
        return PayloadReader.read(type, body)
                .map(shell -> InboundItems.of(type, shell, arrived))
                .map(read -> new MetaPayload(read.items(), read.unreadable()))
                .orElseGet(() -> new MetaPayload(List.of(), 1));
    }

    /**
     * The accounts that a delivery names, whose secrets may have signed it; empty when it is no JSON, or of another kind of
     * channel. It makes nothing of the bytes, since nobody has vouched for them yet.
     */
    public static Optional<Set<String>> accounts(ChannelType type, byte[] body) {
        return PayloadReader.accounts(type, body);
    }
}
