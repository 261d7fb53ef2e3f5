package iq.sendy.webhooks;

import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Query;
import iq.sendy.webhooks.model.EventBody;
import iq.sendy.webhooks.model.EventPayloads;
import iq.sendy.webhooks.store.EventStore;
import iq.sendy.webhooks.store.EventStore.Frozen;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Transactional outbox. Writing down what happened. The events of a transaction are collected, and one statement in its
 * last trip gives them their places in the feed and plans their deliveries.
 */
@Component
class Outbox {

    private final EventStore events;
    private final BeforeCommit beforeCommit;
    private final Jobs jobs;
    private final UuidGenerator uuidGenerator;
    private final JsonMapper json;

    Outbox(EventStore events, BeforeCommit beforeCommit, Jobs jobs, UuidGenerator uuidGenerator, JsonMapper json) {
        this.events = events;
        this.beforeCommit = beforeCommit;
        this.jobs = jobs;
        this.uuidGenerator = uuidGenerator;
        this.json = json;
    }

    private static final class Collected extends ArrayList<Frozen> {}

    /** @param only the one subscription that hears of it, whatever it listens to; null for all that listen */
    UUID tell(StoreId store, IntegrationEvent happened, @Nullable UUID only) {
        var id = uuidGenerator.next();
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
                EventPayloads.freeze(json, body),
                only);
        beforeCommit
                .collected(
                        BeforeCommit.LockOrder.FEED,
                        Collected.class,
                        () -> collecting(store),
                        all -> written(store, all))
                .add(frozen);
        return id;
    }

    private Collected collecting(StoreId store) {
        jobs.wake(store);
        return new Collected();
    }

    private Query<Boolean> written(StoreId store, List<Frozen> all) {
        return events.write(store, all);
    }
}
