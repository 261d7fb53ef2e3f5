package iq.sendy.messaging;

import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A delivery of Meta as it came, with those channels of the store whose secret verified it.
 *
 * @param channels by the account that the delivery names
 */
public record StoredDelivery(
        UUID id, ChannelType type, Map<String, UUID> channels, Instant receivedAt, Bytes raw, String signature) {

    public StoredDelivery {
        channels = Map.copyOf(channels);
    }
}
