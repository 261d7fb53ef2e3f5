package iq.sendy.webhooks;

import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.Ids;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Closing;
import iq.sendy.webhooks.model.EventBody;
import iq.sendy.webhooks.model.FrozenBodies;
import iq.sendy.webhooks.store.EventStore;
import iq.sendy.webhooks.store.EventStore.Frozen;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writing down what happened. The events of a transaction are collected, and one statement in its last trip gives them their
 * places in the feed and plans their deliveries.
 */
@Component
class Telling {

    private final EventStore events;
    private final Closing closing;
    private final Jobs jobs;
    private final Ids ids;
    private final JsonMapper json;

    Telling(EventStore events, Closing closing, Jobs jobs, Ids ids, JsonMapper json) {
        this.events = events;
        this.closing = closing;
        this.jobs = jobs;
        this.ids = ids;
        this.json = json;
    }

    private static final class Collected extends ArrayList<Frozen> {}

    /** @param only the one subscription that hears of it, whatever it listens to; null for all that listen */
    UUID tell(StoreId store, Happening happened, @Nullable UUID only) {
        var id = ids.next();
        var type = happened.type();
        var body = new EventBody(
                EventBody.wireId(id),
                type.toString(),
                happened.at(),
                store.value(),
                new EventBody.Resource(type.resource(), happened.resource(), happened.sequence()),
                happened.data());
        var frozen = new Frozen(
                id,
                type,
                happened.resource(),
                happened.sequence(),
                happened.at(),
                FrozenBodies.freeze(json, body),
                only);
        closing.collected(Closing.Place.FEED, Collected.class, () -> collecting(store), all -> written(store, all))
                .add(frozen);
        return id;
    }

    private Collected collecting(StoreId store) {
        jobs.wake(store);
        return new Collected();
    }

    private Asked<Boolean> written(StoreId store, List<Frozen> all) {
        return events.write(store, all);
    }
}
