package iq.sendy.egress;

import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Deadline of an exchange as a whole. The clock of one request, and its rope: when time is up, the socket that it holds
 * is torn away, wherever its thread waits. Time-outs of single reads would not do, since a byte a second satisfies them
 * for ever.
 */
final class Deadline implements Runnable {

    private final long start = System.nanoTime();
    private final ExchangeLimits exchangeLimits;
    private final AtomicReference<@Nullable Socket> held = new AtomicReference<>();
    private volatile boolean expired;
    private @Nullable Duration firstByte;

    Deadline(ExchangeLimits exchangeLimits) {
        this.exchangeLimits = exchangeLimits;
    }

    ExchangeLimits limits() {
        return exchangeLimits;
    }

    /** Time is up. */
    @Override
    public void run() {
        expired = true;
        var socket = held.getAndSet(null);
        if (socket != null) {
            GuardedSocket.abort(socket);
        }
    }

    void hold(Socket socket) throws ExchangeFailure {
        held.set(socket);
        if (expired) {
            GuardedSocket.abort(socket);
            throw late();
        }
    }

    /** Whether the socket was still there to let go; else it is closed or about to be. */
    boolean letGo() {
        return held.getAndSet(null) != null;
    }

    /** What an exception means, unless it was the end of time that caused it. */
    ExchangeFailure failure(ErrorClass otherwise, Exception cause) {
        if (expired) {
            return late();
        }
        return cause instanceof ExchangeFailure exchangeFailure
                ? exchangeFailure
                : ExchangeFailure.of(otherwise, cause);
    }

    private static ExchangeFailure late() {
        return new ExchangeFailure(ErrorClass.TIMEOUT, "time is up");
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    Duration left() throws ExchangeFailure {
        var left = exchangeLimits.exchange().minus(elapsed());
        if (!left.isPositive()) {
            throw late();
        }
        return left;
    }

    void sendsFirstByte() {
        firstByte = elapsed();
    }

    void sentNothing() {
        firstByte = null;
    }

    ExchangeTiming timing() {
        return new ExchangeTiming(elapsed(), firstByte);
    }
}
