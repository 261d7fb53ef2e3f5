package iq.sendy.jobs;

import iq.sendy.jobs.store.LeaseStore.HeldLease;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.BackgroundWork;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lease renewal. The leases that this process holds: renewed while the work goes on, given back at a stop. */
final class LeaseKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    /** A lease lives through five renewals that fail. */
    private static final int PARTS = 6;

    private final EngineSettings settings;
    private final JobClaimer jobClaimer;
    private final JobMeters jobMeters;
    private final ConcurrentMap<LeaseKey, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicBoolean renewing = new AtomicBoolean();

    private record LeaseKey(StoreId store, UUID id, long token) {

        static LeaseKey of(Job job) {
            return new LeaseKey(job.store(), job.id(), job.token());
        }
    }

    private record Kept(ClaimedJob claimed, long since) {}

    private record Together(StoreId store, Duration lease) {}

    LeaseKeeper(EngineSettings settings, JobClaimer jobClaimer, JobMeters jobMeters) {
        this.settings = settings;
        this.jobClaimer = jobClaimer;
        this.jobMeters = jobMeters;
    }

    void keep(Collection<ClaimedJob> claimed) {
        var now = settings.nanos().getAsLong();
        claimed.forEach(one -> kept.put(LeaseKey.of(one.job()), new Kept(one, now)));
    }

    void release(Job job) {
        kept.remove(LeaseKey.of(job));
    }

    List<ClaimedJob> all() {
        return kept.values().stream().map(Kept::claimed).toList();
    }

    /** One statement per store, for leases that are a sixth over. */
    void renewDue() {
        if (kept.isEmpty() || !renewing.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual()
                .name("jobs-renew")
                .start(() -> BackgroundWork.run(() -> {
                    try {
                        dueByStore().forEach(this::tryToRenew);
                    } finally {
                        renewing.set(false);
                    }
                }));
    }

    private Map<Together, List<ClaimedJob>> dueByStore() {
        var now = settings.nanos().getAsLong();
        var due = new HashMap<Together, List<ClaimedJob>>();
        for (var one : kept.values()) {
            var lease = one.claimed().handler().lease();
            if (now - one.since() >= lease.toNanos() / PARTS) {
                due.computeIfAbsent(new Together(one.claimed().job().store(), lease), _ -> new ArrayList<>())
                        .add(one.claimed());
            }
        }
        return due;
    }

    /** A store that fails costs no other its leases. */
    private void tryToRenew(Together of, List<ClaimedJob> due) {
        try {
            renew(of, due);
        } catch (RuntimeException trouble) {
            LOG.warn("Leases of store {} were not renewed: {}", of.store(), trouble.toString());
        }
    }

    private void renew(Together of, List<ClaimedJob> due) {
        var sent = settings.nanos().getAsLong();
        var still = CurrentTenant.in(of.store(), () -> jobClaimer.renew(of.store(), held(due), of.lease()));
        for (var one : due) {
            var job = one.job();
            if (still.contains(job.id())) {
                job.lease().renewed(sent + of.lease().toNanos());
                // Not put back if it was released meanwhile.
                kept.computeIfPresent(LeaseKey.of(job), (_, _) -> new Kept(one, sent));
            } else if (kept.remove(LeaseKey.of(job)) != null) {
                job.lease().lose();
                jobMeters.leaseLost();
            }
        }
    }

    /** Others may go on with them at once. */
    void giveBack(Collection<ClaimedJob> claimed, boolean begun) {
        var byStore = new HashMap<StoreId, List<ClaimedJob>>();
        for (var one : claimed) {
            byStore.computeIfAbsent(one.job().store(), _ -> new ArrayList<>()).add(one);
        }
        BackgroundWork.run(() -> byStore.forEach((store, jobs) -> {
            try {
                jobs.forEach(one -> one.job().lease().lose());
                CurrentTenant.in(
                        store,
                        () -> jobClaimer.giveBack(
                                store, begun ? List.of() : held(jobs), begun ? held(jobs) : List.of()));
                jobs.forEach(one -> release(one.job()));
            } catch (RuntimeException trouble) {
                LOG.warn("Leases were not given back and will run out: {}", trouble.toString());
            }
        }));
    }

    private static List<HeldLease> held(List<ClaimedJob> claimed) {
        return claimed.stream()
                .map(one -> new HeldLease(one.job().id(), one.job().token()))
                .toList();
    }
}
