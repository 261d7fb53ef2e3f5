package iq.sendy.webhooks.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.webhooks.store.DeliveryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Plans what a subscription has missed, a part at a time: nobody's order waits for a month of events. */
@Component
public class MissedEventRecovery implements JobHandler<MissedEventRecovery.MissedSince, Boolean> {

    private static final int AT_ONCE = 500;

    private final DeliveryStore deliveries;
    private final Jobs jobs;
    private final Pipeline pipeline;
    private final JsonMapper json;

    MissedEventRecovery(DeliveryStore deliveries, Jobs jobs, Pipeline pipeline, JsonMapper json) {
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.json = json;
    }

    /** Whose events, from when on. */
    record MissedSince(UUID subscription, Instant since) {}

    /** The job of a subscription that shall have all since then. */
    public NewJob job(UUID id, UUID subscription, Instant since) {
        return NewJob.of(id, kind(), json.writeValueAsString(new MissedSince(subscription, since)));
    }

    @Override
    public String kind() {
        return "webhooks.recover";
    }

    @Override
    public Map<UUID, MissedSince> load(StoreId store, List<Job> claimed) {
        return claimed.stream().collect(toMap(Job::id, job -> job.payload(json, MissedSince.class)));
    }

    /** All there is to do is done in the transaction that ends the job. */
    @Override
    public Boolean attempt(Job job, MissedSince work) {
        return true;
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<MissedSince, Boolean>> done) {
        var ends = new ArrayList<JobEnd>();
        for (var one : done) {
            var missedSince = one.work();
            var planned =
                    pipeline.ask(deliveries.recover(store, missedSince.subscription(), missedSince.since(), AT_ONCE));
            jobs.reopen(store);
            ends.add(planned.single() < AT_ONCE ? new JobEnd.Done() : new JobEnd.Again(Duration.ZERO));
        }
        return ends;
    }
}
