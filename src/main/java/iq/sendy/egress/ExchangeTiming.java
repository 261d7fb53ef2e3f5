package iq.sendy.egress;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Timing of an exchange: how long it took, from the call on.
 *
 * @param latency until the head was read, or until it failed
 * @param firstByte until the first byte of the request was handed to the socket; null where none was
 */
public record ExchangeTiming(Duration latency, @Nullable Duration firstByte) {}
