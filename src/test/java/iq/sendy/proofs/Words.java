package iq.sendy.proofs;

import iq.sendy.Side.Arrival;
import iq.sendy.proofs.Stepper.Choice;
import iq.sendy.proofs.Stepper.Run;
import iq.sendy.proofs.Stepper.Stage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    /** Every word. */
    List<Run> all(Stage stage) throws InterruptedException {
        return different(stage, (_, _) -> false);
    }

    /**
     * Of words that are equal but for the order of trips that are apart, one. Of two trips that could go, the one that went first
     * in a run sleeps in the run of the other way until something goes that it meets; if it has to go before that, the rest was
     * run already. These are Godefroid's sleep sets, for two sides.
     */
    List<Run> different(Stage stage, BiPredicate<Arrival, Arrival> apart) throws InterruptedException {
        var runs = new ArrayList<Run>();
        var open = List.of("", "B");
        var forks = 0;
        while (!open.isEmpty()) {
            var made = run(open.stream().map(Words::beginning).toList(), stage);
            if (runs.isEmpty()) {
                // One after the other: so many steps the two have, and only retries make more.
                forks = made.stream().mapToInt(run -> run.steps().size()).max().orElseThrow();
            }
            var next = new LinkedHashSet<String>();
            for (var i = 0; i < made.size(); i++) {
                for (var fork : turns(made.get(i), open.get(i).length(), forks, apart)) {
                    next.add(otherWay(made.get(i).choices(), fork));
                }
            }
            runs.addAll(made);
            open = List.copyOf(next);
        }
        return runs;
    }

    private static String otherWay(String choices, int at) {
        return choices.substring(0, at) + (choices.charAt(at) == 'A' ? 'B' : 'A');
    }

    /**
     * The forks of a run at which the other way is to be run as well.
     *
     * @param told by how many choices the run was begun; what they left is run from elsewhere
     */
    private static List<Integer> turns(Run run, int told, int forks, BiPredicate<Arrival, Arrival> apart) {
        var turns = new ArrayList<Integer>();
        @Nullable Arrival asleep = null;
        var fork = 0;
        for (var step : run.steps()) {
            var slept = asleep;
            if (slept != null) {
                if (step.side() != run.choices().charAt(told - 1)) {
                    break;
                }
                asleep = apart.test(step.trip(), slept) ? slept : null;
            }
            var other = step.other();
            if (other != null) {
                if (fork >= Math.max(told, 1) && fork < forks && slept == null) {
                    turns.add(fork);
                } else if (fork == told - 1 && apart.test(step.trip(), other)) {
                    asleep = other;
                }
                fork++;
            }
        }
        return turns;
    }

    /** Random words of a seed; some may be equal. */
    List<Run> random(Stage stage, int many, long seed) throws InterruptedException {
        return run(IntStream.range(0, many).mapToObj(i -> coin(seed + i)).toList(), stage);
    }

    private static Choice coin(long seed) {
        var random = new SplittableRandom(seed);
        return (_, _) -> random.nextBoolean() ? 'A' : 'B';
    }

    private List<Run> run(List<Choice> choices, Stage stage) throws InterruptedException {
        var work = choices.stream()
                .map(choice -> (Callable<Run>) () -> stepper.run(stage, choice))
                .toList();
        var runs = new ArrayList<Run>();
        for (var made : hands.invokeAll(work)) {
            try {
                runs.add(made.get());
            } catch (ExecutionException failed) {
                throw new AssertionError(stage.pair().name() + ": " + failed.getCause(), failed);
            }
        }
        return runs;
    }
}
