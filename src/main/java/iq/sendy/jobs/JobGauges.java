package iq.sendy.jobs;

import iq.sendy.jobs.JobCounts.KindLoad;
import iq.sendy.jobs.JobMeters.Load;
import iq.sendy.jobs.store.JobCountStore;
import iq.sendy.jobs.store.QueueStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gauges of the job queue. What the gauges show, summed over the stores with work by one process at a time; of several
 * processes, take the largest.
 */
@Component
class JobGauges implements Schedule {

    private static final int STORES_AT_ONCE = 200;

    private final JobLoadReads jobLoadReads;
    private final JobMeters jobMeters;

    JobGauges(JobLoadReads jobLoadReads, JobMeters jobMeters) {
        this.jobLoadReads = jobLoadReads;
        this.jobMeters = jobMeters;
    }

    /** The transactions of that, one store each. */
    @Component
    static class JobLoadReads {

        private final JobCountStore counts;
        private final QueueStore queue;

        JobLoadReads(JobCountStore counts, QueueStore queue) {
            this.counts = counts;
            this.queue = queue;
        }

        @Transactional(readOnly = true)
        public List<StoreId> busiest(int most) {
            return counts.busiest(most);
        }

        @Transactional(readOnly = true)
        public List<KindLoad> counts(StoreId store) {
            return counts.counts(store);
        }

        @Transactional(readOnly = true)
        public double oldestTransaction() {
            return queue.oldestTransaction();
        }
    }

    @Override
    public String name() {
        return "jobs.measure";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Every(Duration.ofSeconds(10));
    }

    @Override
    public MissedFires missed() {
        return MissedFires.SKIP;
    }

    @Override
    public void run(Instant fire) {
        var loads = new HashMap<String, Load>();
        for (var store : jobLoadReads.busiest(STORES_AT_ONCE)) {
            for (var count : CurrentTenant.in(store, () -> jobLoadReads.counts(store))) {
                loads.merge(
                        count.kind(),
                        new Load(count.due(), count.leased(), count.due() == 0 ? 0 : count.oldestDueSeconds()),
                        Load::and);
            }
        }
        jobMeters.measured(loads, jobLoadReads.oldestTransaction());
    }
}
