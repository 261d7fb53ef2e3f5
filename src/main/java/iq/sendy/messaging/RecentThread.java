package iq.sendy.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a conversation.
 *
 * @param thread with its newest messages, notes and jobs
 * @param answeredAt when a person answered last; null where none ever did
 */
public record RecentThread(
        ConversationThread thread, @Nullable Instant answeredAt) {}
