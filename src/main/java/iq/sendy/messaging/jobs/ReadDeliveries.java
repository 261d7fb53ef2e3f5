package iq.sendy.messaging.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Retry;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundDeliveries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Job that reads whatever of a store's deliveries waits. One stands for all as long as any does, in case the process that
 * took them in does not come to it; where that reads none, each delivery brings one that is due at once.
 */
@Component
class ReadDeliveries implements JobHandler<StoreId, Boolean> {

    private static final Retry PATIENT = new Retry(Integer.MAX_VALUE, Duration.ofSeconds(2), Duration.ofMinutes(5));

    private final DeliveryDrain drain;
    private final InboundDeliveries deliveries;

    ReadDeliveries(DeliveryDrain drain, InboundDeliveries deliveries) {
        this.drain = drain;
        this.deliveries = deliveries;
    }

    @Override
    public String kind() {
        return InboundDeliveries.PROCESS;
    }

    @Override
    public Retry retry() {
        return PATIENT;
    }

    @Override
    public Map<UUID, StoreId> load(StoreId store, List<Job> claimed) {
        return claimed.stream().collect(toMap(Job::id, _ -> store));
    }

    @Override
    public Boolean attempt(Job job, StoreId store) {
        var more = true;
        while (more && job.mayAct()) {
            more = drain.drain(store);
        }
        return more;
    }

    /** The standing one goes once nothing waits: whoever keeps a delivery holds that job until the commit. */
    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<StoreId, Boolean>> done) {
        var waits = deliveries.oldestWaiting(store).isPresent();
        return done.stream().map(one -> end(one, waits)).toList();
    }

    private JobEnd end(AttemptResult<StoreId, Boolean> one, boolean waits) {
        return switch (one) {
            case AttemptResult.Completed<StoreId, Boolean> completed -> {
                var stands = completed.job().id().equals(JobHandler.laneOf(kind()));
                yield stands && waits ? new JobEnd.Deferred(InboundDeliveries.PATIENCE) : new JobEnd.Done();
            }
            case AttemptResult.Failed<StoreId, Boolean> failed -> failed.end();
            case AttemptResult.GivenUp<StoreId, Boolean> givenUp -> givenUp.end();
        };
    }
}
