package iq.sendy.webhooks.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.Lane;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.webhooks.store.DeliveryStore;
import iq.sendy.webhooks.store.SubscriptionStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Removes what subscriptions that were ended leave behind, a part at a time: nobody waits for a month of deliveries. */
@Component
public class EndedSubscriptions implements JobHandler<UUID, Boolean> {

    private static final int AT_ONCE = 1_000;

    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final Jobs jobs;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;
    private final JsonMapper json;

    EndedSubscriptions(
            SubscriptionStore subscriptions,
            DeliveryStore deliveries,
            Jobs jobs,
            Pipeline pipeline,
            UuidGenerator uuidGenerator,
            JsonMapper json) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
        this.json = json;
    }

    /** The job of a subscription that was ended. */
    public NewJob job(UUID subscription) {
        return NewJob.of(uuidGenerator.next(), kind(), json.writeValueAsString(subscription));
    }

    @Override
    public String kind() {
        return "webhooks.remove-ended";
    }

    /** One after the other, since all that a store settles at once is one transaction. */
    @Override
    public Query<Lane> lanes(StoreId store) {
        return Query.known(List.of(Lane.open(JobHandler.laneOf(kind()), 1)));
    }

    @Override
    public Map<UUID, UUID> load(StoreId store, List<Job> claimed) {
        return claimed.stream().collect(toMap(Job::id, job -> job.payload(json, UUID.class)));
    }

    /** All there is to do is done in the transaction that ends the job. */
    @Override
    public Boolean attempt(Job job, UUID work) {
        return true;
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<UUID, Boolean>> done) {
        return done.stream().map(one -> remove(store, one.work())).toList();
    }

    private JobEnd remove(StoreId store, UUID subscription) {
        if (pipeline.ask(deliveries.deleteOf(store, subscription, AT_ONCE)).single() > 0) {
            return new JobEnd.Again(Duration.ZERO);
        }
        pipeline.send(jobs.emptied(store, subscription), subscriptions.delete(store, subscription));
        return new JobEnd.Done();
    }
}
