package iq.sendy.messaging;

import iq.sendy.meta.MediaReference;
import iq.sendy.meta.MessageKind;
import java.time.Instant;
import java.util.UUID;

/**
 * Medium that waits to be fetched, as a job finds it.
 *
 * @param messageKind the kind of its message, which says what it was announced as
 * @param withdrawn whether its message was unsent meanwhile, so that nobody may see it
 */
public record MediumToFetch(
        UUID id,
        UUID channel,
        UUID conversation,
        UUID message,
        MessageKind messageKind,
        boolean withdrawn,
        Instant createdAt,
        MediaReference reference) {}
