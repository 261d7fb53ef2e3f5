package iq.sendy.platform.compute;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.compute.ComputeKind.ComputeLane;
import iq.sendy.platform.limits.CpuBudget;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The bounded pool for work of the processor. Requests run on virtual threads, of which only as many move at once as there
 * are cores, and none is taken from its core while it computes: whoever hashes, decodes, draws or parses at length would stop
 * everybody. Here the same work waits its turn and shares the cores with them. What comes in too large a crowd is refused,
 * and whoever had more of the processor than a minute's budget waits.
 */
@Component
public class ComputePool implements AutoCloseable {

    /** So many of one caller wait for each lane, and so many in all. */
    static final int MOST_OF_ONE = 64;

    static final int MOST_IN_ALL = 512;

    /** The next piece of what has begun to be sent cannot be refused any more, only late. */
    private static final Duration NEXT_PIECE = Duration.ofMinutes(1);

    private static final ScopedValue<Boolean> HERE = ScopedValue.newInstance();
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final CpuBudget budget;
    private final FairLane shorts;
    private final FairLane longs;

    @Autowired
    public ComputePool(CpuBudget budget) {
        this(budget, Runtime.getRuntime().availableProcessors());
    }

    /** All cores but one, for both lanes together; each has one thread at least. */
    ComputePool(CpuBudget budget, int cores) {
        this.budget = budget;
        this.shorts = new FairLane("short", Math.max(1, cores / 2));
        this.longs = new FairLane("long", Math.max(1, cores - 1 - cores / 2));
    }

    /** Something to compute; it must not wait for anything, nor ask the database: it has no transaction. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {

        T done() throws X;
    }

    /**
     * Does the work in its turn, for the store that is bound, while the caller waits.
     *
     * @throws RequestRejected 429 when the caller is itself the crowd or has spent its minute, 503 when others are
     */
    public <T, X extends Exception> T run(ComputeKind computeKind, Work<T, X> work) throws X {
        if (HERE.isBound()) {
            return work.done();
        }
        var workOwner = WorkOwner.current();
        budget.refuseSpent(workOwner.account());
        var lane = laneOf(computeKind);
        if (lane.waiting(workOwner) >= MOST_OF_ONE) {
            throw refused(HttpStatus.TOO_MANY_REQUESTS, computeKind);
        }
        if (lane.waiting() >= MOST_IN_ALL) {
            throw refused(computeKind.late(), computeKind);
        }
        return inTurn(computeKind, computeKind.patience(), workOwner, work);
    }

    /** Goes on with work whose answer is already on its way: counted against the budget, but not refused for it. */
    public <T, X extends Exception> T goOn(ComputeKind computeKind, Work<T, X> work) throws X {
        return HERE.isBound() ? work.done() : inTurn(computeKind, NEXT_PIECE, WorkOwner.current(), work);
    }

    private <T, X extends Exception> T inTurn(
            ComputeKind computeKind, Duration patience, WorkOwner workOwner, Work<T, X> work) throws X {
        OutsideTransaction.require("Computing");
        var lane = laneOf(computeKind);
        try (var place = lane.enter(workOwner, patience)) {
            if (place == null) {
                throw refused(computeKind.late(), computeKind);
            }
            return computed(lane, workOwner, work);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw refused(HttpStatus.SERVICE_UNAVAILABLE, computeKind);
        }
    }

    private <T, X extends Exception> T computed(FairLane lane, WorkOwner workOwner, Work<T, X> work)
            throws X, InterruptedException {
        var task = new FutureTask<>(carried(() -> metered(workOwner, work)));
        lane.execute(task);
        try {
            return task.get();
        } catch (InterruptedException stopping) {
            task.cancel(true);
            throw stopping;
        } catch (ExecutionException failed) {
            var cause = Objects.requireNonNull(failed.getCause());
            if (cause instanceof Error error) {
                throw error;
            }
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            @SuppressWarnings("unchecked") // A work throws X, or what needs no declaration.
            var declared = (X) cause;
            throw declared;
        }
    }

    private <T, X extends Exception> T metered(WorkOwner workOwner, Work<T, X> work) throws X {
        var began = CPU.getCurrentThreadCpuTime();
        try {
            return work.done();
        } finally {
            budget.spend(workOwner.account(), Duration.ofNanos(CPU.getCurrentThreadCpuTime() - began));
        }
    }

    /** With the store and the trace of the thread that asks. */
    private static <T> Callable<T> carried(ScopedValue.CallableOp<T, Exception> work) {
        var here = ScopedValue.where(HERE, true);
        var scope =
                CurrentTenant.CURRENT.isBound() ? here.where(CurrentTenant.CURRENT, CurrentTenant.CURRENT.get()) : here;
        var trace = MDC.getCopyOfContextMap();
        return () -> {
            MDC.setContextMap(trace == null ? Map.of() : trace);
            try {
                return scope.call(work);
            } finally {
                MDC.clear();
            }
        };
    }

    private FairLane laneOf(ComputeKind computeKind) {
        return computeKind.lane() == ComputeLane.SHORT ? shorts : longs;
    }

    /** How many wait for their turn. */
    int waiting() {
        return shorts.waiting() + longs.waiting();
    }

    private static RequestRejected refused(HttpStatus status, ComputeKind computeKind) {
        var code = status == HttpStatus.TOO_MANY_REQUESTS ? "rate.exceeded" : "server.busy";
        var wait = Long.toString(computeKind.patience().toSeconds());
        return new RequestRejected(status, List.of(Violation.of(code)), Map.of(HttpHeaders.RETRY_AFTER, wait));
    }

    @Override
    public void close() {
        shorts.close();
        longs.close();
    }
}
