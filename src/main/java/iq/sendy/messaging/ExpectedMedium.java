package iq.sendy.messaging;

import iq.sendy.meta.MediaReference;
import java.time.Instant;
import java.util.UUID;

/**
 * Medium that a message names and nobody has fetched yet.
 *
 * @param position its place in the message, from 0
 */
public record ExpectedMedium(
        UUID id,
        UUID conversation,
        UUID message,
        int position,
        MediaKind kind,
        MediaReference reference,
        Instant createdAt) {}
