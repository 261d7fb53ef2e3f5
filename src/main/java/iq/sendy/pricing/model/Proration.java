package iq.sendy.pricing.model;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** An amount for the whole as amounts for its lines. */
public final class Proration {

    private Proration() {}

    /**
     * Spreads by largest remainder, ties to the earlier line: the parts always add up, and no line goes below zero.
     *
     * @param amount at most the sum of the lines
     */
    public static long[] over(long[] lines, long amount) {
        var whole = LongStream.of(lines).reduce(0, Math::addExact);
        if (amount < 0 || amount > whole) {
            throw new IllegalArgumentException("An amount that the lines do not have");
        }
        var parts = new long[lines.length];
        if (amount == 0) {
            return parts;
        }
        var rests = new long[lines.length];
        var left = amount;
        for (var i = 0; i < lines.length; i++) {
            parts[i] = Rounding.down(lines[i], amount, whole);
            rests[i] = Rounding.rest(lines[i], amount, whole);
            left -= parts[i];
        }
        IntStream.range(0, lines.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> rests[i]).reversed()) // stable: ties stay in line order
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
