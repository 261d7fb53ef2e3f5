package iq.sendy.platform.limits;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;

/** The database did not answer in time, or not at all. The driver's own time-outs count in whole seconds. */
final class RateStoreTimeout extends Exception {

    RateStoreTimeout(String why, Throwable cause) {
        super(why, cause);
    }

    static <T> T within(Duration patience, Callable<T> question) throws RateStoreTimeout {
        var answer = new FutureTask<>(question);
        Thread.ofVirtual().name("rate-permits").start(answer);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new RateStoreTimeout("no answer within " + patience.toMillis() + " ms", slow);
        } catch (ExecutionException failed) {
            throw new RateStoreTimeout(String.valueOf(failed.getCause()), failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RateStoreTimeout("interrupted", stopping);
        }
    }

    /** Waits for whoever is asking for the same caller, no longer than for the database itself. */
    static void lock(Lock asking, Duration patience) throws RateStoreTimeout {
        try {
            if (!asking.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RateStoreTimeout("another request waits for it", new TimeoutException());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RateStoreTimeout("interrupted", stopping);
        }
    }
}
