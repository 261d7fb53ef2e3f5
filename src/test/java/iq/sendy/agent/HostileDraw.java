package iq.sendy.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** What chance draws for a {@link HostileModel}, and which kinds of it came up for what. */
final class HostileDraw {

    private final Random random;
    private final Set<String> signs = new HashSet<>();
    private String place = "";

    HostileDraw(long seed) {
        random = new Random(seed);
    }

    /** One of some kinds, each of which is another attack. */
    int kind(String of, int kinds) {
        var drawn = random.nextInt(kinds);
        signs.add(place + of + " " + drawn);
        return drawn;
    }

    <T> T of(String name, List<T> kinds) {
        return kinds.get(kind(name, kinds.size()));
    }

    /** One of some that are the same attack. */
    String any(List<String> alike) {
        return alike.get(random.nextInt(alike.size()));
    }

    /** A number that is the same attack as any other. */
    int number(int bound) {
        return random.nextInt(bound);
    }

    /** Kinds that are drawn in the step are told apart from those of another place. */
    <T> T within(String name, Supplier<T> step) {
        place = "[" + name + "] ";
        try {
            return step.get();
        } finally {
            place = "";
        }
    }

    Set<String> signs() {
        return Set.copyOf(signs);
    }
}
