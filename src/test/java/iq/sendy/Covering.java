package iq.sendy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Few of many seeds that together show what all of them show: a set cover, by the greedy algorithm. */
public final class Covering {

    private Covering() {}

    private record Promise(long seed, int signs) {}

    /**
     * Seeds that show all that is wanted: each time the one that shows most of what is missing.
     *
     * @param shown what each seed shows; together it is at least what is wanted
     */
    public static List<Long> of(Map<Long, Set<String>> shown, Collection<String> wanted) {
        var missing = new HashSet<>(wanted);
        var promises = new PriorityQueue<>(
                Comparator.comparingInt(Promise::signs).reversed().thenComparingLong(Promise::seed));
        shown.forEach((seed, signs) -> promises.add(new Promise(seed, signs.size())));
        var chosen = new ArrayList<Long>();
        while (!missing.isEmpty()) {
            var best = promises.remove();
            var signs = shown.getOrDefault(best.seed(), Set.of());
            var shows = (int) signs.stream().filter(missing::contains).count();
            if (shows < best.signs()) {
                // A promise only shrinks: who still leads with what is left of it is the best.
                promises.add(new Promise(best.seed(), shows));
            } else {
                chosen.add(best.seed());
                missing.removeAll(signs);
            }
        }
        return chosen;
    }
}
