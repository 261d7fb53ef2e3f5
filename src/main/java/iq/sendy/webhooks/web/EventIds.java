package iq.sendy.webhooks.web;

import iq.sendy.kernel.Uuids;
import iq.sendy.webhooks.model.EventBody;
import java.util.Optional;
import java.util.UUID;

/** Event ids as callers write them. */
final class EventIds {

    private EventIds() {}

    /** {@code evt_…}, or the bare UUID in it; empty when it is neither. */
    static Optional<UUID> parse(String typed) {
        var bare = typed.startsWith(EventBody.ID_PREFIX) ? typed.substring(EventBody.ID_PREFIX.length()) : typed;
        return Uuids.parse(bare);
    }
}
