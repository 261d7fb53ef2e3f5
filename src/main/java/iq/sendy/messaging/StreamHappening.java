package iq.sendy.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened in an inbox and has no number yet. */
public record StreamHappening(
        StreamEventKind kind,
        UUID conversation,
        @Nullable UUID message,
        @Nullable UUID job) {

    public StreamHappening {
        if ((message == null) == (kind == StreamEventKind.MESSAGE || kind == StreamEventKind.STATUS)) {
            throw new IllegalArgumentException("A message is named where one is meant");
        }
        if ((job == null) == (kind == StreamEventKind.JOB)) {
            throw new IllegalArgumentException("A job is named where one is meant");
        }
    }

    /** About a conversation, or a message of it. */
    public StreamHappening(StreamEventKind kind, UUID conversation, @Nullable UUID message) {
        this(kind, conversation, message, null);
    }

    /** A job of the agent came or is in another state. */
    public static StreamHappening ofJob(UUID conversation, UUID job) {
        return new StreamHappening(StreamEventKind.JOB, conversation, null, job);
    }
}
