package bench;

import iq.sendy.faults.attacks.Outcome;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each answer came, and the slowest of them. */
final class Statuses {

    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private long slowestMs;
    private int all;
    private int forbidden;

    synchronized void add(Outcome outcome) {
        counts.merge(outcome.isForbidden() ? outcome.word() + "!" : outcome.word(), 1, Integer::sum);
        all++;
        if (outcome.isForbidden()) {
            forbidden++;
        }
        if (outcome.status() > 0) {
            slowestMs = Math.max(slowestMs, outcome.took().toMillis());
        }
    }

    synchronized int all() {
        return all;
    }

    synchronized int forbidden() {
        return forbidden;
    }

    synchronized long slowestMs() {
        return slowestMs;
    }

    @Override
    public synchronized String toString() {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " x" + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
