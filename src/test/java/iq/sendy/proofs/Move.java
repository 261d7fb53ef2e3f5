package iq.sendy.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A command of a random sequence. What it is about is a number and not an id, taken modulo what there is: so a sequence
 * stays one when commands are left out of it.
 */
sealed interface Move {

    /** So many pieces of a product, or of a line. */
    record Pick(int which, int quantity) {}

    /** Good and damaged pieces of a line that came back. */
    record Part(int line, int good, int damaged) {}

    /** A new order; a code below zero is none. */
    record Place(int phone, List<Pick> picks, int code) implements Move {}

    /** A sale at the counter; what is tendered below zero was not said. */
    record Sell(int phone, List<Pick> picks, long tendered) implements Move {}

    /** The drawer is counted, and the next begins. */
    record Till() implements Move {}

    /** Other items; a code below minus one keeps the order's own, minus one takes it off. */
    record Edit(int order, List<Pick> picks, int code) implements Move {}

    record Step(int order, int status) implements Move {}

    /** One of the steps that the order may take now. */
    record Go(int order, int way) implements Move {}

    /** All steps that are left to the customer's door. */
    record Deliver(int order) implements Move {}

    record Cancel(int order) implements Move {}

    /** A return of pieces by line; none for all that is left. */
    record Ask(int order, List<Pick> pieces) implements Move {}

    record Approve(int request) implements Move {}

    record Reject(int request) implements Move {}

    /** What came by line; none when all is back and good. */
    record Complete(int request, List<Part> came) implements Move {}

    /** Somebody counted; what was expected is 0 for not said, 1 for what is there, 2 for something else. */
    record Count(int row, int quantity, int expected) implements Move {}

    record Adjust(int row, int delta) implements Move {}

    /** So many pieces of a product are bought, at a cost each and with fees, and come at once. */
    record Buy(int sku, int pieces, int unitCost, int fees) implements Move {}

    record Price(int sku, int price) implements Move {}

    /** Zero is no limit. */
    record Limit(int code, int maxUses, int perPhone) implements Move {}

    record Block(int phone, boolean blocked) implements Move {}

    /** The commands of a seed: the same each time. The first seeds are {@link Table}'s. */
    static List<Move> sequence(long seed, int fewest, int most) {
        if (seed < Table.SEEDS) {
            return Table.sequence((int) seed);
        }
        var random = new SplittableRandom(seed);
        var moves = new ArrayList<Move>();
        var which = 0;
        for (var left = random.nextInt(fewest, most + 1); left > 0; left--) {
            // Two of three are about what the one before was: so orders come to where it is a long way.
            which = random.nextInt(3) == 0 ? random.nextInt(0, 1_000) : which;
            moves.add(any(random, which));
        }
        return List.copyOf(moves);
    }

    private static Move any(SplittableRandom random, int which) {
        var dice = random.nextInt(100);
        if (dice < 7) {
            return new Sell(which, picks(random, 4), random.nextBoolean() ? -1 : random.nextLong(12_000));
        }
        if (dice < 9) {
            return new Till();
        }
        if (dice < 26) {
            return new Place(which, picks(random, 4), random.nextInt(-2, 2));
        }
        if (dice < 34) {
            return new Deliver(which);
        }
        if (dice < 47) {
            return new Go(which, random.nextInt(0, 12));
        }
        if (dice < 57) {
            return new Step(which, random.nextInt(0, 11));
        }
        if (dice < 64) {
            return new Edit(which, picks(random, 4), random.nextInt(-3, 2));
        }
        if (dice < 69) {
            return new Cancel(which);
        }
        if (dice < 76) {
            return new Ask(which, random.nextBoolean() ? List.of() : picks(random, 3));
        }
        if (dice < 81) {
            return new Approve(which);
        }
        if (dice < 83) {
            return new Reject(which);
        }
        if (dice < 89) {
            return new Complete(which, random.nextBoolean() ? List.of() : parts(random));
        }
        return shops(random, which, dice);
    }

    /** What the shop does beside its orders. */
    private static Move shops(SplittableRandom random, int which, int dice) {
        if (dice < 92) {
            return new Count(which, random.nextInt(0, 10), random.nextInt(3));
        }
        if (dice < 94) {
            return new Buy(which, random.nextInt(1, 6), random.nextInt(0, 2_000), random.nextInt(0, 300));
        }
        if (dice < 95) {
            return new Adjust(which, random.nextBoolean() ? random.nextInt(1, 6) : random.nextInt(-5, 0));
        }
        if (dice < 97) {
            return new Price(which, random.nextInt(0, 5_000));
        }
        if (dice < 99) {
            return new Limit(which, random.nextInt(0, 4), random.nextInt(0, 3));
        }
        return new Block(which, random.nextInt(3) == 0);
    }

    private static List<Pick> picks(SplittableRandom random, int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(_ -> new Pick(random.nextInt(0, 1_000), random.nextInt(1, 4)))
                .toList();
    }

    private static List<Part> parts(SplittableRandom random) {
        return IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(_ -> new Part(random.nextInt(0, 1_000), random.nextInt(0, 3), random.nextInt(0, 2)))
                .toList();
    }
}
