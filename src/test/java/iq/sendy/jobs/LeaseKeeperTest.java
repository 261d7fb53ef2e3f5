package iq.sendy.jobs;

import static iq.sendy.Waiting.until;
import static java.util.stream.Collectors.toSet;

import iq.sendy.Scenario;
import iq.sendy.jobs.store.CompletionStore;
import iq.sendy.jobs.store.LeaseStore;
import iq.sendy.jobs.store.LeaseStore.HeldLease;
import iq.sendy.jobs.store.QueueStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;

/** The leases of a process are renewed store by store. */
@Scenario
class LeaseKeeperTest {

    @Autowired
    QueueStore queue;

    @Autowired
    LeaseStore leases;

    @Autowired
    CompletionStore ends;

    @Autowired
    Lanes lanes;

    @Autowired
    Pipeline pipeline;

    @Autowired
    JobMeters jobMeters;

    @Test
    void a_store_whose_leases_cannot_be_renewed_costs_no_other_its_own() {
        Queue<StoreId> asked = new ConcurrentLinkedQueue<>();
        var clock = new AtomicLong();
        var keeper = new LeaseKeeper(
                new EngineSettings(
                        "test", 1, 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), clock::get, () -> 0.5),
                failingAtFirst(asked),
                jobMeters);
        keeper.keep(List.of(claimed(clock), claimed(clock)));

        clock.set(Duration.ofSeconds(11).toNanos());
        keeper.renewDue();

        until("both were to be renewed", () -> asked.size() == 2);
    }

    /** Whichever store comes first: its rows are held by others. */
    private JobClaimer failingAtFirst(Queue<StoreId> asked) {
        return new JobClaimer(queue, leases, ends, lanes, pipeline) {
            @Override
            public Set<UUID> renew(StoreId store, Collection<HeldLease> held, Duration lease) {
                asked.add(store);
                if (asked.size() == 1) {
                    throw new CannotAcquireLockException("Others hold the rows");
                }
                return held.stream().map(HeldLease::id).collect(toSet());
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static ClaimedJob claimed(AtomicLong clock) {
        var errand = new Errand();
        return new ClaimedJob(
                (JobHandler<Object, Object>) (JobHandler<?, ?>) errand,
                Leases.held(Workshop.store(), errand.kind(), "{}", 1, clock::get),
                "work");
    }
}
