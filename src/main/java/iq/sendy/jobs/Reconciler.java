package iq.sendy.jobs;

import iq.sendy.jobs.store.ClaimRequest;
import iq.sendy.jobs.store.JobCountStore;
import iq.sendy.jobs.store.JobCountStore.DeadCount;
import iq.sendy.jobs.store.QueueStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reconciliation of the job queue. Once a minute, behind all promises: is there a store with due work that nobody would
 * look at? There is none unless there is a fault, so what it finds is counted. It also forgets old history, ends what
 * strayed and counts the dead.
 */
@Component
class Reconciler implements Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int STORES_AT_ONCE = 1_000;
    private static final StoreId FIRST = new StoreId(new UUID(0, 0));

    private final OrphanTransactions orphanTransactions;
    private final JobMeters jobMeters;
    private final JobSignal jobSignal;
    private StoreId reached = FIRST;
    private final Map<String, Long> dead = new HashMap<>();

    Reconciler(OrphanTransactions orphanTransactions, JobMeters jobMeters, JobSignal jobSignal) {
        this.orphanTransactions = orphanTransactions;
        this.jobMeters = jobMeters;
        this.jobSignal = jobSignal;
    }

    /** What was found about a store. */
    record Reconciliation(boolean lostWake, List<DeadCount> dead) {}

    /** The transactions of that, one store each. */
    @Component
    static class OrphanTransactions {

        private final QueueStore queue;
        private final JobCountStore counts;
        private final ObjectProvider<JobHandler<?, ?>> handlers;
        private final Lanes lanes;
        private final JobClaimer jobClaimer;
        private final Pipeline pipeline;

        OrphanTransactions(
                QueueStore queue,
                JobCountStore counts,
                ObjectProvider<JobHandler<?, ?>> handlers,
                Lanes lanes,
                JobClaimer jobClaimer,
                Pipeline pipeline) {
            this.queue = queue;
            this.counts = counts;
            this.handlers = handlers;
            this.lanes = lanes;
            this.jobClaimer = jobClaimer;
            this.pipeline = pipeline;
        }

        @Transactional(readOnly = true)
        public List<StoreId> after(StoreId store, int most) {
            return counts.after(store, most);
        }

        /** Most stores have no job most of the time: they cost one trip. */
        @Transactional
        public Reconciliation sweep(StoreId store) {
            var forgotten = counts.forgetHistory(store);
            var dead = counts.deadCounts(store);
            var jobs = queue.anyJob(store);
            pipeline.send(forgotten, dead, jobs);
            while (forgotten.any()) {
                forgotten = pipeline.ask(counts.forgetHistory(store));
            }
            if (!jobs.single()) {
                return new Reconciliation(false, dead.answer());
            }
            queue.lock(store);
            var all = handlers.orderedStream().toList();
            var known = lanes.of(store, all);
            jobClaimer.endStrays(store, all, known);
            var open = new ClaimRequest();
            Lanes.open(known).forEach(of -> open.add(of.handler().kind(), of.lane(), null, 0, 0));
            return new Reconciliation(queue.wakeLost(store, open), dead.answer());
        }
    }

    @Override
    public String name() {
        return "jobs.sweep";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Every(Duration.ofSeconds(60));
    }

    @Override
    public synchronized void run(Instant fire) {
        var next = orphanTransactions.after(reached, STORES_AT_ONCE);
        for (var store : next) {
            // Before it is looked at: none is met, or counted, twice in a round, whatever ends this.
            reached = store;
            sweep(store);
        }
        if (next.size() == STORES_AT_ONCE) {
            return;
        }
        reached = FIRST;
        jobMeters.deadCounted(Map.copyOf(dead));
        dead.clear();
    }

    /** A store whose rows others hold is met again in the next round; those behind it do not wait for that. */
    private void sweep(StoreId store) {
        try {
            found(store, CurrentTenant.in(store, () -> orphanTransactions.sweep(store)));
        } catch (DataAccessException failed) {
            LOG.warn("The jobs of store {} were not reconciled: {}", store, failed.toString());
        }
    }

    private void found(StoreId store, Reconciliation reconciliation) {
        reconciliation.dead().forEach(count -> dead.merge(count.kind(), count.dead(), Long::sum));
        if (reconciliation.lostWake()) {
            LOG.error("A wake was lost: a store had due work that nobody would have looked at");
            jobMeters.lostWake();
            jobSignal.tell(store);
        }
    }
}
