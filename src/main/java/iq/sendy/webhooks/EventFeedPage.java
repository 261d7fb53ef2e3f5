package iq.sendy.webhooks;

import iq.sendy.kernel.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the feed, in the order of commits.
 *
 * @param bodies as they were frozen
 * @param next the last one's {@code event_id}; null when there is no more now
 */
public record EventFeedPage(List<Bytes> bodies, @Nullable String next) {

    public EventFeedPage {
        bodies = List.copyOf(bodies);
    }
}
