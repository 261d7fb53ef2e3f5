package bench;

import iq.sendy.faults.attacks.Outcome;
import iq.sendy.faults.attacks.RawRequest;
import iq.sendy.faults.attacks.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One request at a steady rate, whatever becomes of those before: each on a connection of its own, and timed from when it
 * should have begun, so that nothing is left out when the server stands still.
 */
final class Visits {

    /** What does not come by then counts as long as this. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Visitors come from so many networks in turn, as anonymous ones have a small limit each. */
    private static final int NETWORKS = 20;
    private static final int FIRST_NETWORK = 5_000;

    private static final AtomicInteger VISITS = new AtomicInteger();

    private final Sender sender;
    private final Supplier<RawRequest> request;
    private final int perSecond;
    private final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());

    Visits(Sender sender, int perSecond, Supplier<RawRequest> request) {
        this.sender = sender;
        this.perSecond = perSecond;
        this.request = request;
    }

    /** Begins visits for so long and waits for the last of them. */
    void during(int seconds) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var began = System.nanoTime();
            for (var i = 0; i < seconds * perSecond; i++) {
                var planned = began + i * 1_000_000_000L / perSecond;
                for (var left = planned - System.nanoTime(); left > 0; left = planned - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                threads.submit(() -> visit(planned));
            }
        }
    }

    private void visit(long planned) {
        var late = Duration.ofNanos(System.nanoTime() - planned);
        var from = Sender.network(FIRST_NETWORK + VISITS.getAndIncrement() % NETWORKS);
        var outcome = sender.send(from, request.get(), PATIENCE);
        outcomes.add(outcome.after(late));
    }

    int all() {
        return outcomes.size();
    }

    long good() {
        return outcomes.stream().filter(outcome -> outcome.status() == 200).count();
    }

    /** Of all visits, in milliseconds. One that was refused or closed did not get what it wanted: it counts as lost. */
    double percentile(double share) {
        var sorted = outcomes.stream()
                .mapToDouble(outcome -> (outcome.status() == 200 ? outcome.took() : PATIENCE).toNanos() / 1e6)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    /** The other answers, each as often as it came. */
    String others() {
        var counted = new Statuses();
        outcomes.stream().filter(outcome -> outcome.status() != 200).forEach(counted::add);
        return counted.toString();
    }
}
