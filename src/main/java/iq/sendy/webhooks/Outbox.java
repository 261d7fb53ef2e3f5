package iq.sendy.webhooks;

import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Query;
import iq.sendy.webhooks.model.EventBody;
import iq.sendy.webhooks.model.EventPayloads;
import iq.sendy.webhooks.store.EventStore;
import iq.sendy.webhooks.store.EventStore.EventPayload;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Transactional outbox. The events of a transaction are collected, and one statement in its last trip gives them their
 * places in the feed and plans their deliveries.
 */
@Service
public class Outbox {

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

    private static final class CollectedEvents extends ArrayList<EventPayload> {

        private @Nullable Query<Boolean> written;

        private boolean somebodyHears() {
            return written != null && written.any();
        }
    }

    /** Publishes an event to all that listen, in the transaction that makes it true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(StoreId store, IntegrationEvent event) {
        collect(store, event, null);
    }

    /** Publishes an event to one subscription, whatever it listens to; answers the event's id. */
    UUID publishTo(UUID subscription, StoreId store, IntegrationEvent event) {
        return collect(store, event, subscription);
    }

    private UUID collect(StoreId store, IntegrationEvent happened, @Nullable UUID only) {
        var id = uuidGenerator.next();
        var type = happened.type();
        var body = new EventBody(
                EventBody.wireId(id),
                type.toString(),
                happened.at(),
                store.value(),
                new EventBody.Resource(type.resource(), happened.resource(), happened.sequence()),
                happened.data());
        var payload = new EventPayload(
                id,
                type,
                happened.resource(),
                happened.sequence(),
                happened.at(),
                EventPayloads.freeze(json, body),
                only);
        beforeCommit
                .collected(
                        BeforeCommit.LockOrder.STREAM,
                        CollectedEvents.class,
                        () -> collecting(store),
                        all -> written(store, all))
                .add(payload);
        return id;
    }

    private CollectedEvents collecting(StoreId store) {
        var all = new CollectedEvents();
        jobs.wake(store, all::somebodyHears);
        return all;
    }

    private Query<Boolean> written(StoreId store, CollectedEvents all) {
        var written = events.write(store, all);
        all.written = written;
        return written;
    }
}
