package iq.sendy.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Internal note on a conversation, from one of the store to the others. It never leaves the house. */
public record NoteView(UUID id, String text, NoteAuthor author, Instant createdAt) {

    /**
     * Who wrote a note.
     *
     * @param kind {@code user}, {@code key} or {@code agent}
     */
    public record NoteAuthor(
            String kind, @Nullable UUID id, @Nullable String name) {}
}
