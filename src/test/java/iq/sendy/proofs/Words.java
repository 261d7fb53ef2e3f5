package iq.sendy.proofs;

import iq.sendy.proofs.Stepper.Choice;
import iq.sendy.proofs.Stepper.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/**
 * The words of a pair. A word is spelt by its choices, where both sides could go; what blocks, or what is done, leaves none.
 * So words that turn out equal after blocking are one, and each runs once: every run names the forks that it came by, and
 * the other way at each of them is a run of its own.
 */
final class Words {

    private final Stepper stepper;
    private final ExecutorService hands;

    Words(Stepper stepper, ExecutorService hands) {
        this.stepper = stepper;
        this.hands = hands;
    }

    /** The word that begins like this, and goes on with as few switches as can be. */
    static Choice beginning(String prefix) {
        return (choices, last) -> choices.length() < prefix.length() ? prefix.charAt(choices.length()) : last;
    }

    /** Every word with at most so many switches from a side that could have gone on. */
    List<Run> all(Pair pair, int switches) throws InterruptedException {
        var runs = new ArrayList<Run>();
        var open = List.of("", "B");
        var seen = new HashSet<>(open);
        var forks = 0;
        while (!open.isEmpty()) {
            var made = run(open.stream().map(Words::beginning).toList(), pair);
            if (runs.isEmpty()) {
                // One after the other: so many steps the two have, and only retries make more.
                forks = made.stream().mapToInt(run -> run.word().length()).max().orElseThrow();
            }
            var next = new ArrayList<String>();
            for (var i = 0; i < made.size(); i++) {
                others(made.get(i), open.get(i).length(), switches, forks, seen, next);
            }
            runs.addAll(made);
            open = next;
        }
        return runs;
    }

    private static void others(Run run, int from, int switches, int forks, Set<String> seen, List<String> next) {
        if (run.switches() >= switches) {
            return;
        }
        for (var i = Math.max(from, 1); i < Math.min(run.choices().length(), forks); i++) {
            var other = run.choices().charAt(i) == 'A' ? 'B' : 'A';
            var prefix = run.choices().substring(0, i) + other;
            if (seen.add(prefix)) {
                next.add(prefix);
            }
        }
    }

    /** Random words of a seed; some may be equal. */
    List<Run> random(Pair pair, int many, long seed) throws InterruptedException {
        return run(IntStream.range(0, many).mapToObj(i -> coin(seed + i)).toList(), pair);
    }

    private static Choice coin(long seed) {
        var random = new SplittableRandom(seed);
        return (_, _) -> random.nextBoolean() ? 'A' : 'B';
    }

    private List<Run> run(List<Choice> choices, Pair pair) throws InterruptedException {
        var work = choices.stream()
                .map(choice -> (Callable<Run>) () -> stepper.run(pair, choice))
                .toList();
        var runs = new ArrayList<Run>();
        for (var made : hands.invokeAll(work)) {
            try {
                runs.add(made.get());
            } catch (ExecutionException failed) {
                throw new AssertionError(pair.name() + ": " + failed.getCause(), failed);
            }
        }
        return runs;
    }
}
