package iq.sendy.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Canned reply: a text that is written again and again, found by what is typed for it. */
public record CannedReply(UUID id, CannedReplyDetails details, Instant createdAt, Instant updatedAt) {

    /** In characters; who types it wants it short. */
    public static final int LONGEST_SHORTCUT = 50;

    /** No message of WhatsApp is longer. */
    public static final int MOST_CHARACTERS = 4_096;

    /**
     * What people say of it.
     *
     * @param shortcut in any letter case; no other of the store has it
     * @param text with {@code {name}}, {@code {store}} and {@code {order}} where {@link CannedReplyText} fills in
     */
    public record CannedReplyDetails(
            String shortcut, String text, @Nullable ReplyLanguage language) {

        /** What the shortcut is compared by. */
        public String folded() {
            return ConversationLabel.folded(shortcut);
        }
    }

    CannedReply with(CannedReplyDetails other, Instant now) {
        return new CannedReply(id, other, createdAt, now);
    }
}
