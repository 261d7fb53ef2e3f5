package iq.sendy.purchasing.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares of an amount by weight, in whole units, by the largest remainder. */
public final class FeeShares {

    private static final BigInteger TWO = BigInteger.TWO;

    private FeeShares() {}

    /** So many parts as there are weights, which add up to the amount; the earlier wins a tie. The weights are not all zero. */
    public static List<Long> split(long amount, List<Long> weights) {
        var sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new ArrayList<Long>();
        var remainders = new ArrayList<BigInteger>();
        var rest = amount;
        for (var weight : weights) {
            var exact = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(sum);
            parts.add(exact[0].longValueExact());
            remainders.add(exact[1]);
            rest -= parts.getLast();
        }
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get).reversed())
                .limit(rest)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts;
    }

    /** What a part of a whole comes to of an amount, half up. */
    public static long of(long amount, long part, long whole) {
        var twice =
                BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part)).multiply(TWO);
        var divisor = BigInteger.valueOf(whole);
        return twice.add(divisor).divide(divisor.multiply(TWO)).longValueExact();
    }
}
