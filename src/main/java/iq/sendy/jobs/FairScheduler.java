package iq.sendy.jobs;

import iq.sendy.jobs.JobClaimer.ClaimedBatch;
import iq.sendy.jobs.JobClaimer.Plan;
import iq.sendy.jobs.Lanes.LaneOf;
import iq.sendy.jobs.StoreQueue.Over;
import iq.sendy.jobs.store.ClaimRequest;
import iq.sendy.kernel.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fair scheduling of jobs between stores and lanes. Whose turn it is: what this process holds, store by store and lane
 * by lane. Stores take turns, a few jobs each, and none has more than a quarter of the slots, so a store with a hundred
 * thousand due jobs does not slow another.
 */
final class FairScheduler {

    /** What a store may begin before the next one's turn. */
    private static final int TURN = 4;

    /** What each lane may hold however much is held elsewhere. */
    private static final int FEW = 4;

    private static final int BATCH = 100;
    private static final long FORGET_AFTER = Duration.ofMinutes(2).toNanos();

    private final EngineSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<StoreId, StoreQueue> stores = new HashMap<>();
    private final Deque<StoreQueue> toClaim = new ArrayDeque<>();
    private final Deque<StoreQueue> toAttempt = new ArrayDeque<>();
    private int claims;
    private int inFlight;
    private int held;

    FairScheduler(EngineSettings settings) {
        this.settings = settings;
    }

    <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** A store may have work. {@code hint}: it has just got some, so a claim under way may have missed it. */
    void offer(StoreId store, boolean hint) {
        locked(() -> {
            offer(stores.computeIfAbsent(store, StoreQueue::new), hint);
            return true;
        });
    }

    private void offer(StoreQueue queue, boolean hint) {
        if (!queue.claiming) {
            queue.claiming = true;
            toClaim.addLast(queue);
        } else if (hint) {
            queue.claimAgain = true;
        }
    }

    /** Whether somebody must look at the store then. */
    boolean setsAlarm(StoreQueue queue, long at) {
        return locked(() -> queue.setsAlarm(settings.nanos().getAsLong(), at));
    }

    /** The store to claim of now, if a claim more may run. */
    @Nullable
    StoreQueue nextClaim() {
        return this.<@Nullable StoreQueue>locked(() -> {
            if (claims >= settings.claims() || toClaim.isEmpty()) {
                return null;
            }
            claims++;
            var queue = toClaim.removeFirst();
            // What is told from now on is seen by this claim only perhaps.
            queue.claimAgain = false;
            return queue;
        });
    }

    /** What the store's lanes have room for. Asked inside the claim's transaction. */
    Plan plan(StoreQueue queue, List<LaneOf> lanes) {
        return locked(() -> {
            var whole = queue.looks(settings.nanos().getAsLong());
            var most = held >= settings.held() ? FEW : Math.max(FEW, settings.held() / 4 / Math.max(1, lanes.size()));
            var toTake = new ClaimRequest();
            queue.keep(lanes.stream().map(of -> of.lane().id()).collect(Collectors.toSet()));
            for (var of : lanes) {
                var lane = queue.lane(of.lane().id());
                lane.mostInFlight = of.lane().mostInFlight();
                lane.probing = !of.lane().openFrom().equals(Instant.MIN);
                lane.asked = lane.room(most);
                if (lane.asked > 0) {
                    toTake.add(
                            of.handler().kind(),
                            of.lane(),
                            whole ? null : lane.mark,
                            lane.asked,
                            of.handler().lease().toMillis());
                }
            }
            return new Plan(toTake, whole);
        });
    }

    /** All open lanes, to see when the store is due next. */
    ClaimRequest ahead(StoreQueue queue, List<LaneOf> lanes, boolean whole) {
        return locked(() -> {
            var all = new ClaimRequest();
            for (var of : lanes) {
                var mark = whole ? null : queue.lane(of.lane().id()).mark;
                all.add(of.handler().kind(), of.lane(), mark, 0, 0);
            }
            return all;
        });
    }

    /** A claim is over; null when it failed. */
    void claimed(StoreQueue queue, @Nullable ClaimedBatch claimedBatch) {
        locked(() -> {
            claims--;
            queue.claiming = false;
            if (claimedBatch == null) {
                // Whoever looks next finds the store again; to go on at once would run in circles while there is
                // trouble.
                queue.claimAgain = false;
                queue.lanes().forEach(lane -> lane.more = false);
            } else {
                queue.note(claimedBatch.taken());
                for (var one : claimedBatch.jobs()) {
                    var lane = queue.lane(one.job().lane());
                    lane.waiting.addLast(one);
                    lane.held++;
                    queue.held++;
                    held++;
                }
                enterTurn(queue);
            }
            if (queue.claimAgain || queue.wantsMore()) {
                offer(queue, false);
            }
            return true;
        });
    }

    private void enterTurn(StoreQueue queue) {
        if (!queue.inTurn && queue.isReady()) {
            queue.inTurn = true;
            toAttempt.addLast(queue);
        }
    }

    /** The jobs to begin now. */
    List<ClaimedJob> nextAttempts() {
        return locked(() -> {
            var begin = new ArrayList<ClaimedJob>();
            for (var left = toAttempt.size(); left > 0 && inFlight < settings.slots(); ) {
                var queue = toAttempt.removeFirst();
                queue.inTurn = false;
                var began = turn(queue, begin);
                enterTurn(queue);
                // Once round without a beginning, every store that is left is at its own limit.
                left = began > 0 ? toAttempt.size() : left - 1;
            }
            return begin;
        });
    }

    private int turn(StoreQueue queue, List<ClaimedJob> begin) {
        var began = 0;
        while (began < TURN && inFlight < settings.slots() && queue.inFlight < settings.slotsOfStore()) {
            var next = queue.next();
            if (next == null) {
                break;
            }
            began++;
            inFlight++;
            begin.add(next);
        }
        return began;
    }

    /** An attempt is over. Answers the queue if somebody must begin to settle it. */
    @Nullable
    StoreQueue attempted(ClaimedJob claimedJob, AttemptResult<Object, Object> attemptResult) {
        return this.<@Nullable StoreQueue>locked(() -> {
            var queue = landed(claimedJob);
            queue.over.addLast(new Over(claimedJob.handler(), attemptResult));
            if (queue.lane(claimedJob.job().lane()).wantsMore()) {
                offer(queue, false);
            }
            if (queue.settling) {
                return null;
            }
            queue.settling = true;
            return queue;
        });
    }

    private StoreQueue landed(ClaimedJob claimedJob) {
        var queue = stores.computeIfAbsent(claimedJob.job().store(), StoreQueue::new);
        inFlight--;
        queue.inFlight--;
        queue.lane(claimedJob.job().lane()).inFlight--;
        enterTurn(queue);
        return queue;
    }

    /** An attempt was dropped, because its lease is over. */
    void dropped(ClaimedJob claimedJob) {
        locked(() -> {
            release(landed(claimedJob), claimedJob.job(), null);
            return true;
        });
    }

    /** Whether an attempt of the store may be over soon, so that it is worth waiting for. */
    boolean companyComes(StoreQueue queue) {
        return locked(() -> queue.inFlight > 0 && queue.over.size() < BATCH);
    }

    /** What to settle next; none ends the settling. */
    List<Over> toSettle(StoreQueue queue) {
        return locked(() -> {
            var batch = new ArrayList<Over>();
            while (batch.size() < BATCH && !queue.over.isEmpty()) {
                batch.add(queue.over.removeFirst());
            }
            queue.settling = !batch.isEmpty();
            return batch;
        });
    }

    /** How jobs ended; one that is missing was lost. */
    void settled(StoreQueue queue, List<Over> batch, Map<UUID, JobEnd> ends) {
        locked(() -> {
            for (var over : batch) {
                var job = over.attempted().job();
                release(queue, job, ends.get(job.id()));
            }
            enterTurn(queue);
            if (queue.wantsMore()) {
                offer(queue, false);
            }
            return true;
        });
    }

    private void release(StoreQueue queue, Job job, @Nullable JobEnd end) {
        var lane = queue.lane(job.lane());
        lane.held--;
        queue.held--;
        held--;
        lane.learn(end);
    }

    /** Takes what waits out of the hands of this process, at a stop. */
    List<ClaimedJob> takeWaiting() {
        return locked(() -> {
            var waiting = new ArrayList<ClaimedJob>();
            for (var queue : stores.values()) {
                waiting.addAll(queue.takeWaiting());
            }
            held -= waiting.size();
            toClaim.clear();
            return waiting;
        });
    }

    int held() {
        return locked(() -> held);
    }

    /** Forgets stores that had nothing to do for a while. */
    void forgetIdle() {
        locked(() -> {
            var now = settings.nanos().getAsLong();
            return stores.values().removeIf(queue -> queue.isIdle() && now - queue.usedAt > FORGET_AFTER);
        });
    }
}
