package iq.sendy.jobs;

import iq.sendy.jobs.store.LeaseStore.Taken;
import iq.sendy.kernel.StoreId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this process holds of a store. Touched under the lock of {@link FairScheduler} alone. */
final class StoreQueue {

    /** An attempt that waits for company on its way to be settled. */
    record Over(JobHandler<Object, Object> handler, AttemptResult<Object, Object> attempted) {}

    private static final long WHOLE_EVERY = Duration.ofSeconds(1).toNanos();
    private static final Duration BACK = Duration.ofSeconds(5);

    final StoreId store;
    final Deque<Over> over = new ArrayDeque<>();
    private final Map<UUID, LaneQueue> lanes = new HashMap<>();
    private final Deque<LaneQueue> turns = new ArrayDeque<>();
    int inFlight;
    int held;
    boolean claiming;
    boolean claimAgain;
    boolean inTurn;
    boolean settling;

    long usedAt;

    /** When this process looks at the store by itself. */
    private long alarmAt;

    private boolean alarmSet;

    /** When a claim last looked below the marks, and whether one ever did. */
    private long wholeAt;

    private boolean wholeOnce;

    StoreQueue(StoreId store) {
        this.store = store;
    }

    LaneQueue lane(UUID id) {
        return lanes.computeIfAbsent(id, _ -> {
            var lane = new LaneQueue(id);
            turns.add(lane);
            return lane;
        });
    }

    Iterable<LaneQueue> lanes() {
        return turns;
    }

    /** A job of the lane whose turn it is. */
    @Nullable
    ClaimedJob next() {
        for (var i = turns.size(); i > 0; i--) {
            var lane = turns.removeFirst();
            turns.addLast(lane);
            if (lane.isReady()) {
                lane.inFlight++;
                inFlight++;
                return lane.waiting.removeFirst();
            }
        }
        return null;
    }

    boolean isReady() {
        return turns.stream().anyMatch(LaneQueue::isReady);
    }

    boolean wantsMore() {
        return turns.stream().anyMatch(LaneQueue::wantsMore);
    }

    boolean isIdle() {
        return held == 0 && !claiming && !settling;
    }

    /** A claim looks at the store now. Answers whether below the marks too. */
    boolean looks(long now) {
        var whole = !wholeOnce || now - wholeAt >= WHOLE_EVERY;
        if (whole) {
            wholeOnce = true;
            wholeAt = now;
        }
        usedAt = now;
        return whole;
    }

    /** Whether an alarm must be set for then; false where one comes no later. */
    boolean setsAlarm(long now, long at) {
        if (alarmSet && alarmAt > now && alarmAt <= at) {
            return false;
        }
        alarmSet = true;
        alarmAt = at;
        return true;
    }

    /** Where the next claim need begin, and whether it may find more. */
    void note(List<Taken> taken) {
        var counts = new HashMap<UUID, Integer>();
        for (var one : taken) {
            var lane = lane(one.lane());
            var back = one.dueAt().minus(BACK);
            var first = counts.merge(one.lane(), 1, Integer::sum) == 1;
            if (first || lane.mark == null || back.isBefore(lane.mark)) {
                lane.mark = back;
            }
        }
        for (var lane : turns) {
            lane.more = lane.asked > 0 && counts.getOrDefault(lane.id, 0) >= lane.asked;
        }
    }

    /** Takes what waits out of every lane. */
    List<ClaimedJob> takeWaiting() {
        var taken = new ArrayList<ClaimedJob>();
        for (var lane : turns) {
            taken.addAll(lane.waiting);
            lane.held -= lane.waiting.size();
            lane.waiting.clear();
        }
        held -= taken.size();
        return taken;
    }

    /** Forgets lanes that are no more. */
    void keep(Set<UUID> named) {
        turns.removeIf(lane -> {
            var gone = lane.held == 0 && !named.contains(lane.id);
            if (gone) {
                lanes.remove(lane.id);
            }
            return gone;
        });
    }
}
