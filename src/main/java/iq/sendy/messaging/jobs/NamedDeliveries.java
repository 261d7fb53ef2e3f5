package iq.sendy.messaging.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.Lane;
import iq.sendy.jobs.NewJob;
import iq.sendy.jobs.Retry;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.ContactErasureStore;
import iq.sendy.messaging.store.ContactErasureStore.NamesToForget;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Removes deliveries that name somebody who was erased, a part at a time. The job knows the names, and goes with the last
 * part.
 */
@Component
public class NamedDeliveries implements JobHandler<NamesToForget, Boolean> {

    private static final int AT_ONCE = 500;

    /** As long as deliveries are kept at all. */
    private static final Retry UNTIL_ALL_ARE_GONE = new Retry(1_500, Duration.ofSeconds(2), Duration.ofMinutes(30));

    private final ContactErasureStore erasures;
    private final Jobs jobs;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;
    private final JsonMapper json;

    NamedDeliveries(
            ContactErasureStore erasures, Jobs jobs, Pipeline pipeline, UuidGenerator uuidGenerator, JsonMapper json) {
        this.erasures = erasures;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
        this.json = json;
    }

    /** The job that goes on where it is said. */
    public NewJob job(NamesToForget whom) {
        return NewJob.of(uuidGenerator.next(), kind(), json.writeValueAsString(whom));
    }

    @Override
    public String kind() {
        return "messaging.forget-named";
    }

    @Override
    public Retry retry() {
        return UNTIL_ALL_ARE_GONE;
    }

    /** One after the other, since all that a store settles at once is one transaction. */
    @Override
    public Query<Lane> lanes(StoreId store) {
        return Query.known(List.of(Lane.open(JobHandler.laneOf(kind()), 1)));
    }

    @Override
    public Map<UUID, NamesToForget> load(StoreId store, List<Job> claimed) {
        return claimed.stream().collect(toMap(Job::id, job -> job.payload(json, NamesToForget.class)));
    }

    /** All there is to do is done in the transaction that ends the job. */
    @Override
    public Boolean attempt(Job job, NamesToForget work) {
        return true;
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<NamesToForget, Boolean>> done) {
        return done.stream().map(one -> forget(store, one.work())).toList();
    }

    private JobEnd forget(StoreId store, NamesToForget whom) {
        pipeline.ask(erasures.forget(store, whom, AT_ONCE))
                .first()
                .ifPresent(last -> jobs.enqueue(store, List.of(job(whom.from(last)))));
        return new JobEnd.Done();
    }
}
