package iq.sendy.messaging;

import iq.sendy.kernel.Bytes;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.MessageView.MessageContent;
import iq.sendy.platform.body.RequestKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Draft of a message that is about to be sent, or queued.
 *
 * @param id also what Meta sends back in statuses
 * @param waits whether somebody waits for the answer, so that it is sent at once
 * @param secretText what is sent in the place of its text, sealed; null where people may read what is sent
 * @param request what repeats of the request are known by
 */
public record OutboundDraft(
        UUID id,
        OutboundTarget target,
        MessageAuthor author,
        MessageContent content,
        Instant at,
        boolean waits,
        @Nullable Bytes secretText,
        @Nullable RequestKey request) {}
