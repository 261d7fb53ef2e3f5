package iq.sendy.storefront;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Single flight: what several want to know at once is asked by the first of them, and the others wait for its answer. */
final class SingleFlight<K, T> {

    /** How long whoever waits for another's answer does so before they ask themselves. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConcurrentMap<K, CompletableFuture<T>> underWay = new ConcurrentHashMap<>();

    /** The answer. Who is in a transaction holds what the others may need, and waits for nobody. */
    T answer(K key, Supplier<T> ask) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return ask.get();
        }
        var mine = new CompletableFuture<T>();
        return Optional.ofNullable(underWay.putIfAbsent(key, mine))
                .flatMap(SingleFlight::landed)
                .orElseGet(() -> fly(key, mine, ask));
    }

    private T fly(K key, CompletableFuture<T> mine, Supplier<T> ask) {
        try {
            var answer = ask.get();
            mine.complete(answer);
            return answer;
        } finally {
            // Without an answer, whoever waits asks themselves.
            mine.cancel(false);
            underWay.remove(key, mine);
        }
    }

    private static <T> Optional<T> landed(CompletableFuture<T> others) {
        try {
            return Optional.of(others.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (CancellationException | ExecutionException | TimeoutException late) {
            return Optional.empty();
        }
    }
}
