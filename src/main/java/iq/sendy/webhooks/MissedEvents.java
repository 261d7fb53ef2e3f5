package iq.sendy.webhooks;

import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.webhooks.jobs.MissedEventRecovery;
import iq.sendy.webhooks.store.DeliveryStore;
import iq.sendy.webhooks.store.SubscriptionStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recovery of missed events: what a subscription listens to and has had no 2xx for. */
@Service
public class MissedEvents {

    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final MissedEventRecovery recovery;
    private final Jobs jobs;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;

    MissedEvents(
            SubscriptionStore subscriptions,
            DeliveryStore deliveries,
            MissedEventRecovery recovery,
            Jobs jobs,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.recovery = recovery;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
    }

    /** Plans all that was missed since then; answers how many, empty when there is no such subscription. */
    @Transactional
    public Optional<Long> recover(StoreId store, Actor actor, UUID subscription, Instant since) {
        var found = subscriptions.lock(store, subscription);
        var missed = deliveries.missed(store, subscription, since);
        pipeline.send(found, missed);
        if (!found.any()) {
            return Optional.empty();
        }
        if (missed.single() > 0) {
            jobs.enqueue(store, List.of(recovery.job(uuidGenerator.next(), subscription, since)));
        }
        var what = Map.of("since", since.toString(), "planned", missed.single());
        audit.record(store, actor, new Change("webhook.recovered", "webhook", subscription, null, what));
        return Optional.of(missed.single());
    }
}
