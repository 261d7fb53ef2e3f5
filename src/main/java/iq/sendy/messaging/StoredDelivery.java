package iq.sendy.messaging;

import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/**
 * A delivery of Meta as it came, with those channels of the store whose secret verified it.
 *
 * @param channels by the account that the delivery names
 */
public record StoredDelivery(
        UUID id,
        ChannelType type,
        Map<String, UUID> channels,
        Instant receivedAt,
        Bytes raw,
        String signature,
        DeliveryProgress progress) {

    public static final Comparator<StoredDelivery> BY_ARRIVAL = Comparator.comparing(StoredDelivery::receivedAt)
            .thenComparing(delivery -> delivery.id().toString());

    public StoredDelivery {
        channels = Map.copyOf(channels);
    }

    /** One that nobody has read yet. */
    public StoredDelivery(
            UUID id, ChannelType type, Map<String, UUID> channels, Instant receivedAt, Bytes raw, String signature) {
        this(id, type, channels, receivedAt, raw, signature, DeliveryProgress.NONE);
    }
}
