package iq.sendy.messaging;

import iq.sendy.kernel.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Event of the live stream as it is sent to every client of the store.
 *
 * @param data JSON of what it is about, as it is now; null where that is no more, or not shown
 */
public record StreamItem(
        long seq, StreamEventKind kind, @Nullable Bytes data) {}
