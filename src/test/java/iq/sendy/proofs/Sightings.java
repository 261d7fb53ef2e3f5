package iq.sendy.proofs;

import iq.sendy.Covering;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What many sequences show when they are played on paper, which costs next to nothing, and few of them that show it all:
 * those are worth playing at Sendy's doors.
 */
final class Sightings {

    /** A pair of steps that fewer sequences show is an accident of those. Single steps with what they meet all count. */
    private static final int NO_ACCIDENT = 3;

    private final Map<Long, Set<String>> seen = new HashMap<>();
    private final Map<String, Integer> sequences = new HashMap<>();

    static Sightings of(long first, int many, int fewest, int most) {
        var all = new Sightings();
        LongStream.concat(LongStream.range(0, Table.SEEDS), LongStream.range(first, first + many))
                .forEach(seed -> {
                    var play = new OnPaper();
                    var signs = new HashSet<String>();
                    for (var move : Move.sequence(seed, fewest, most)) {
                        play.play(move).forEach(told -> signs.addAll(told.signs()));
                    }
                    all.seen.put(seed, signs);
                    signs.forEach(sign -> all.sequences.merge(sign, 1, Integer::sum));
                });
        return all;
    }

    /** What a run is to have seen. */
    Set<String> wanted() {
        var wanted = new HashSet<>(sequences.keySet());
        wanted.removeIf(sign -> sign.contains(Signs.THEN) && sequences.getOrDefault(sign, 0) < NO_ACCIDENT);
        return wanted;
    }

    /** What these sequences show of it. */
    Set<String> shownBy(Collection<Long> seeds) {
        var shown = new HashSet<String>();
        seeds.forEach(seed -> shown.addAll(seen.getOrDefault(seed, Set.of())));
        shown.retainAll(wanted());
        return shown;
    }

    /** Seeds that show all that is wanted. */
    List<Long> covering() {
        return Covering.of(seen, wanted());
    }
}
