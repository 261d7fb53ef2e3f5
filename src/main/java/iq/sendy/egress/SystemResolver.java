package iq.sendy.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The machine's own resolver, for machines that name no server, on threads of its own: the call is native, pins the carrier
 * of a virtual thread and cannot be given up, so it is asked by a bounded number. A name is asked for once at a time.
 */
final class SystemResolver implements Resolver, AutoCloseable {

    private static final int AT_ONCE = 64;

    /** What ends a name: with it the machine's search list is not tried. */
    private final String end;

    private final ConcurrentMap<String, FutureTask<List<InetAddress>>> asked = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            AT_ONCE,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("resolver-", 0).factory());

    private SystemResolver(String end) {
        this.end = end;
    }

    /** A name is whole as it is. */
    static SystemResolver ofWholeNames() {
        return new SystemResolver(".");
    }

    /** A name may be short for one of this network, as operators write them. */
    static SystemResolver ofShortNames() {
        return new SystemResolver("");
    }

    @Override
    public List<InetAddress> resolve(String name, Duration within) throws UnknownHostException, ResolverBusy {
        try {
            return answer(name).get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw unknown(name, failed);
        } catch (RejectedExecutionException full) {
            throw new ResolverBusy();
        } catch (TimeoutException late) {
            throw unknown(name, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unknown(name, interrupted);
        }
    }

    private FutureTask<List<InetAddress>> answer(String name) {
        var mine = new FutureTask<>(() -> List.of(InetAddress.getAllByName(name + end)));
        var other = asked.putIfAbsent(name, mine);
        if (other != null) {
            return other;
        }
        try {
            threads.execute(() -> {
                try {
                    mine.run();
                } finally {
                    asked.remove(name, mine);
                }
            });
        } catch (RejectedExecutionException full) {
            asked.remove(name, mine);
            mine.cancel(false);
            throw full;
        }
        return mine;
    }

    private static UnknownHostException unknown(String name, Exception cause) {
        var unknown = new UnknownHostException(name);
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
