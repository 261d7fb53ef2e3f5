package iq.sendy.jobs;

import iq.sendy.jobs.model.ConcurrencyWindow;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this process holds of a lane. Touched under the lock of {@link FairScheduler} alone. */
final class LaneQueue {

    final UUID id;
    final ConcurrencyWindow concurrencyWindow = new ConcurrencyWindow();
    final Deque<ClaimedJob> waiting = new ArrayDeque<>();
    int mostInFlight = 1;
    int inFlight;

    /** Held in any way: waiting, in flight, or over and not settled. */
    int held;

    /** It was closed: how the one ends that is tried decides whether another may follow. */
    boolean probing;

    /** What the last claim was allowed to take of this lane. */
    int asked;

    /** The last claim took as many as it might, so there may be more. */
    boolean more;

    /** Below it a claim need not look: dead rows lie there while an old transaction keeps them. */
    @Nullable
    Instant mark;

    LaneQueue(UUID id) {
        this.id = id;
    }

    boolean isReady() {
        return !waiting.isEmpty() && inFlight < mostInFlight;
    }

    /** What is still to be attempted. */
    int open() {
        return waiting.size() + inFlight;
    }

    /** How much more it may take: while ends are being written, the next ones are fetched. */
    int room(int most) {
        if (probing) {
            return held == 0 ? 1 : 0;
        }
        var widest = Math.min(concurrencyWindow.size(), most);
        return Math.max(0, Math.min(widest - open(), 2 * widest - held));
    }

    /** The end of one of its jobs, null for one that was lost, tells how many the other side bears. */
    void learn(@Nullable JobEnd end) {
        switch (end) {
            case JobEnd.Done _ -> {
                // Only who was held back by the window learns that it may be wider: one more for each, twice per round.
                if (more) {
                    concurrencyWindow.wentWell();
                }
            }
            case JobEnd.Again _, JobEnd.Dead _ -> concurrencyWindow.failed();
            case JobEnd.Deferred _ -> {}
            case null -> {}
        }
    }

    boolean wantsMore() {
        return more
                && !(probing && held > 0)
                && open() <= concurrencyWindow.size() / 2
                && held < 2 * concurrencyWindow.size();
    }
}
