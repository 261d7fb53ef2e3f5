package iq.sendy.platform.compute;

import iq.sendy.platform.database.AdmissionControl;
import iq.sendy.platform.database.AdmissionControl.Turn;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Some threads and the queue before them, in which stores take turns. All who come without a credential are one in that
 * round, and take turns among themselves by network: a thousand addresses do not outnumber the stores.
 */
final class FairLane implements AutoCloseable {

    /** A turn ends with its work, however long that takes: the thread is not free before. */
    private static final Duration NEVER = Duration.ofDays(1);

    private static final Object STRANGERS = new Object();

    private final AdmissionControl all;
    private final AdmissionControl strangers;
    private final ExecutorService threads;

    FairLane(String name, int width) {
        this.all = new AdmissionControl(width, NEVER);
        this.strangers = new AdmissionControl(width, NEVER);
        this.threads = Executors.newFixedThreadPool(
                width,
                Thread.ofPlatform().daemon().name("compute-" + name + "-", 0).factory());
    }

    /** A thread that is his until it is given back. */
    record Place(Turn turn, @Nullable Turn amongStrangers) implements AutoCloseable {

        @Override
        public void close() {
            turn.close();
            if (amongStrangers != null) {
                amongStrangers.close();
            }
        }
    }

    /** Waits for a thread; null when none became free in time. */
    @Nullable
    Place enter(WorkOwner workOwner, Duration patience) throws InterruptedException {
        if (!workOwner.stranger()) {
            var turn = all.enter(workOwner.share(), patience);
            return turn == null ? null : new Place(turn, null);
        }
        var end = System.nanoTime() + patience.toNanos();
        var among = strangers.enter(workOwner.share(), patience);
        if (among == null) {
            return null;
        }
        Turn turn = null;
        try {
            turn = all.enter(STRANGERS, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } finally {
            if (turn == null) {
                among.close();
            }
        }
        return turn == null ? null : new Place(turn, among);
    }

    void execute(Runnable work) {
        threads.execute(work);
    }

    int waiting() {
        return all.waiting() + strangers.waiting();
    }

    int waiting(WorkOwner workOwner) {
        return (workOwner.stranger() ? strangers : all).waiting(workOwner.share());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
