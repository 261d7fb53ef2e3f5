package bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A histogram as Prometheus reads it: how many were at most so long, in seconds. */
record Histogram(TreeMap<Double, Double> atMost) {

    static Histogram of(String metrics, String name) {
        var buckets = new TreeMap<Double, Double>();
        var found = Pattern.compile("(?m)^" + name + "_bucket\\{.*le=\"([^\"]+)\".*\\} (\\S+)$").matcher(metrics);
        while (found.find()) {
            var most = found.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(found.group(1));
            buckets.merge(most, Double.parseDouble(found.group(2)), Double::sum);
        }
        return new Histogram(buckets);
    }

    Histogram since(Histogram before) {
        var later = new TreeMap<Double, Double>();
        atMost.forEach((most, count) -> later.put(most, count - before.atMost.getOrDefault(most, 0.0)));
        return new Histogram(later);
    }

    double count() {
        return atMost.isEmpty() ? 0 : atMost.lastEntry().getValue();
    }

    /** In milliseconds, evenly spread within its bucket. */
    double percentile(double share) {
        var wanted = count() * share;
        var below = Map.entry(0.0, 0.0);
        for (var bucket : atMost.entrySet()) {
            if (bucket.getValue() >= wanted && bucket.getValue() > below.getValue()) {
                if (bucket.getKey().isInfinite()) {
                    return below.getKey() * 1_000;
                }
                var part = (wanted - below.getValue()) / (bucket.getValue() - below.getValue());
                return (below.getKey() + part * (bucket.getKey() - below.getKey())) * 1_000;
            }
            below = bucket;
        }
        return 0;
    }
}
