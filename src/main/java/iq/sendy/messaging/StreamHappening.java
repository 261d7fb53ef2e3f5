package iq.sendy.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened in an inbox and has no number yet. */
public record StreamHappening(
        StreamEventKind kind, UUID conversation, @Nullable UUID message) {

    public StreamHappening {
        if ((message == null) == (kind == StreamEventKind.MESSAGE || kind == StreamEventKind.STATUS)) {
            throw new IllegalArgumentException("A message is named where one is meant");
        }
    }
}
