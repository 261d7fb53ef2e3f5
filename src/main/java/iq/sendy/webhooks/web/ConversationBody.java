package iq.sendy.webhooks.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation as an event shows it: contract section 15. */
record ConversationBody(
        UUID id,
        UUID channelId,
        String channelType,
        String status,
        String handler,
        Contact contact,
        @Nullable UUID assignedUserId,
        long unreadCount,
        @Nullable Last lastMessage,
        @Nullable Instant windowExpiresAt,
        Instant createdAt,
        Instant updatedAt) {

    record Contact(UUID id, @Nullable String name, @Nullable String phone, String externalId) {}

    record Last(@Nullable String text, String direction, Instant at) {}
}
