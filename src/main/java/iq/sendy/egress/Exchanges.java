package iq.sendy.egress;

import iq.sendy.egress.HttpExchange.Heard;
import iq.sendy.egress.HttpExchange.Said;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Exchanges over connections that rest between them, each with a watch over its time. */
final class Exchanges implements AutoCloseable {

    private final Connector connector;
    private final ConnectionPool connectionPool = new ConnectionPool();
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("http-watch").factory());

    Exchanges(Connector connector) {
        this.connector = connector;
        watch.setRemoveOnCancelPolicy(true);
        watch.setExecuteExistingDelayedTasksAfterShutdownPolicy(true);
        watch.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        var _ = watch.scheduleWithFixedDelay(connectionPool::sweep, 1, 1, TimeUnit.SECONDS);
    }

    Heard make(Target target, Said said, Deadline deadline) throws ExchangeFailure, ResolverBusy {
        requireOneLines(said.headers());
        var alarm = watch.schedule(deadline, deadline.limits().exchange().toNanos(), TimeUnit.NANOSECONDS);
        try {
            return new HttpExchange(connectionPool, deadline, link(target, deadline)).send(target, said);
        } finally {
            alarm.cancel(false);
        }
    }

    private Connection link(Target target, Deadline deadline) throws ExchangeFailure, ResolverBusy {
        var resting = connectionPool.take(target.origin());
        if (resting == null) {
            return connector.dial(target, deadline);
        }
        deadline.hold(resting.socket());
        return resting;
    }

    private static void requireOneLines(Map<String, String> headers) {
        headers.forEach(Exchanges::requireOneLine);
    }

    /** A line break in a value would be the next header. */
    private static void requireOneLine(String name, String value) {
        if (!(name + value).chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("Header " + name.strip() + " must be one line of ASCII");
        }
    }

    /** How many connections rest; those at work are as many as the calls. */
    int resting() {
        return connectionPool.size();
    }

    /** Requests under way keep their time. */
    @Override
    public void close() {
        watch.shutdown();
        connectionPool.close();
    }
}
