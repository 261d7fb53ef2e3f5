package iq.sendy.webhooks;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.webhooks.model.EventBody;
import iq.sendy.webhooks.store.EventStore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Event feed of a store, in the order of its commits, for as long as events are kept. */
@Service
public class EventFeed {

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final EventStore events;
    private final Pipeline pipeline;

    EventFeed(EventStore events, Pipeline pipeline) {
        this.events = events;
        this.pipeline = pipeline;
    }

    /** The events after one, the oldest first; empty when that one is not kept. */
    @Transactional(readOnly = true)
    public Optional<EventFeedPage> after(StoreId store, @Nullable UUID event, int most) {
        var trip = pipeline.open();
        var entries = trip.add(events.after(store, event, most + 1));
        var position = event == null ? null : trip.add(events.position(store, event));
        trip.send();
        if (position != null && !position.any()) {
            return Optional.empty();
        }
        var found = entries.answer();
        var more = found.size() > most;
        var page = more ? found.subList(0, most) : found;
        return Optional.of(new EventFeedPage(
                page.stream().map(EventStore.FeedEntry::body).toList(),
                more ? EventBody.wireId(page.getLast().id()) : null));
    }

    /** Removes some of the events from before a moment, with all that was recorded of them; answers how many. */
    @Transactional
    public long forget(StoreId store, Instant before) {
        return pipeline.ask(events.forget(store, before, FORGOTTEN_AT_ONCE)).single();
    }
}
