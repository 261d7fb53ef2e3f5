package bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** How long each of many took, sorted, in milliseconds. What never came is not among them. */
record Latencies(double[] millis, int many) {

    static Latencies between(long[] from, long[] to) {
        return new Latencies(
                IntStream.range(0, from.length)
                        .filter(i -> to[i] != 0)
                        .mapToDouble(i -> (to[i] - from[i]) / 1e6)
                        .sorted()
                        .toArray(),
                from.length);
    }

    /** What was noted of those from {@code first} on. */
    static long[] noted(AtomicLongArray all, int first, int many) {
        var part = new long[many];
        Arrays.setAll(part, i -> all.get(first + i));
        return part;
    }

    static int missing(AtomicLongArray all, int first, int many) {
        return (int) Arrays.stream(noted(all, first, many)).filter(at -> at == 0).count();
    }

    Latencies less(double each) {
        return new Latencies(Arrays.stream(millis).map(one -> one - each).toArray(), many);
    }

    boolean isWhole() {
        return millis.length == many;
    }

    double at(double share) {
        return millis.length == 0 ? 0 : millis[Math.min(millis.length - 1, (int) (millis.length * share))];
    }

    static List<String> head() {
        return List.of("", "p50 ms", "p99 ms", "most ms", "measured", "missing");
    }

    List<String> row(String what) {
        return List.of(
                what,
                Grid.number("%.1f", at(0.5)),
                Grid.number("%.1f", at(0.99)),
                Grid.number("%.1f", millis.length == 0 ? 0 : millis[millis.length - 1]),
                Grid.number("%,d", millis.length),
                Integer.toString(many - millis.length));
    }
}
