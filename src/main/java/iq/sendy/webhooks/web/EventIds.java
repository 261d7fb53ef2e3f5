package iq.sendy.webhooks.web;

import iq.sendy.webhooks.model.EventBody;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Event ids as callers write them. */
final class EventIds {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private EventIds() {}

    /** {@code evt_…}, or the bare UUID in it; empty when it is neither. */
    static Optional<UUID> parse(String typed) {
        var bare = typed.startsWith(EventBody.ID_PREFIX) ? typed.substring(EventBody.ID_PREFIX.length()) : typed;
        return UUID_TEXT.matcher(bare).matches() ? Optional.of(UUID.fromString(bare)) : Optional.empty();
    }
}
