package iq.sendy.jobs;

import iq.sendy.jobs.store.Asking;
import iq.sendy.jobs.store.CountStore;
import iq.sendy.jobs.store.CountStore.DeadCount;
import iq.sendy.jobs.store.QueueStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.StoreScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Once a minute, behind all promises: is there a store with due work that nobody would look at? There is none unless there
 * is a fault, so what it finds is counted. It also forgets old history, ends what strayed and counts the dead.
 */
@Component
class Sweeping implements Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final int STORES_AT_ONCE = 1_000;
    private static final StoreId FIRST = new StoreId(new UUID(0, 0));

    private final Stores stores;
    private final Meters meters;
    private final Wakes wakes;
    private StoreId reached = FIRST;
    private final Map<String, Long> dead = new HashMap<>();

    Sweeping(Stores stores, Meters meters, Wakes wakes) {
        this.stores = stores;
        this.meters = meters;
        this.wakes = wakes;
    }

    /** What was found about a store. */
    record Found(boolean lostWake, List<DeadCount> dead) {}

    /** The transactions of that, one store each. */
    @Component
    static class Stores {

        private final QueueStore queue;
        private final CountStore counts;
        private final ObjectProvider<JobHandler<?, ?>> handlers;
        private final Lanes lanes;
        private final Claiming claiming;

        Stores(
                QueueStore queue,
                CountStore counts,
                ObjectProvider<JobHandler<?, ?>> handlers,
                Lanes lanes,
                Claiming claiming) {
            this.queue = queue;
            this.counts = counts;
            this.handlers = handlers;
            this.lanes = lanes;
            this.claiming = claiming;
        }

        @Transactional(readOnly = true)
        public List<StoreId> after(StoreId store, int most) {
            return counts.after(store, most);
        }

        @Transactional
        public Found sweep(StoreId store) {
            while (counts.forgetHistory(store) > 0) {}
            var dead = counts.deadCounts(store);
            queue.lock(store);
            var all = handlers.orderedStream().toList();
            var known = lanes.of(store, all);
            claiming.endStrays(store, all, known);
            var open = new Asking();
            Lanes.open(known).forEach(of -> open.add(of.handler().kind(), of.lane(), null, 0, 0));
            return new Found(queue.wakeLost(store, open), dead);
        }
    }

    @Override
    public String name() {
        return "jobs.sweep";
    }

    @Override
    public Timing timing() {
        return new Timing.Every(Duration.ofSeconds(60));
    }

    @Override
    public synchronized void run(Instant fire) {
        var next = stores.after(reached, STORES_AT_ONCE);
        for (var store : next) {
            sweep(store);
        }
        if (next.size() == STORES_AT_ONCE) {
            reached = next.getLast();
            return;
        }
        reached = FIRST;
        meters.deadCounted(Map.copyOf(dead));
        dead.clear();
    }

    private void sweep(StoreId store) {
        var found = StoreScope.in(store, () -> stores.sweep(store));
        found.dead().forEach(count -> dead.merge(count.kind(), count.dead(), Long::sum));
        if (found.lostWake()) {
            LOG.error("A wake was lost: a store had due work that nobody would have looked at");
            meters.lostWake();
            wakes.tell(store);
        }
    }
}
