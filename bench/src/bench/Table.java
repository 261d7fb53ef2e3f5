package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The readings as a table for eyes or for a note. */
final class Table {

    private static final List<String> HEAD = List.of(
            "", "per s", "p50 ms", "p99 ms", "app CPU s/1k", "PG CPU s/1k", "client CPU s/1k", "measured", "errors");

    private final Settings settings;
    private final Map<String, List<Load.Reading>> readings;
    private final String counted;

    Table(Settings settings, Map<String, List<Load.Reading>> readings, String counted) {
        this.settings = settings;
        this.readings = readings;
        this.counted = counted;
    }

    int errors() {
        return readings.values().stream().flatMap(List::stream).mapToInt(Load.Reading::errors).sum();
    }

    @Override
    public String toString() {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        readings.values().forEach(of -> rows.add(row(of)));
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(settings.markdown() ? markdown(rows) : aligned(rows));
        lines.add("");
        ratios().forEach(line -> lines.add((settings.markdown() ? "- " : "") + line));
        lines.add("");
        lines.add("%s; %s.".formatted(counted, errors() == 0 ? "no errors" : errors() + " ERRORS: " + firstError()));
        lines.add(("%s: median of %d rounds of %d s, %d connections, %d stores, %d cores, load before the end %s, Java %s. "
                        + "App is Sendy, PG all of PostgreSQL, durable; the client is this bench.")
                .formatted(
                        LocalDate.now(),
                        settings.rounds(),
                        settings.seconds(),
                        settings.connections(),
                        settings.stores(),
                        Runtime.getRuntime().availableProcessors(),
                        load(),
                        Runtime.version()));
        return String.join("\n", lines);
    }

    private static List<String> row(List<Load.Reading> of) {
        var r = Bench.median(of);
        return List.of(
                r.what(),
                number("%,.0f", r.perSecond()),
                number("%.1f", r.p50()),
                number("%.1f", r.p99()),
                number("%.3f", r.app()),
                number("%.3f", r.postgres()),
                number("%.3f", r.client()),
                number("%,d", of.stream().mapToInt(Load.Reading::requests).sum()),
                Integer.toString(of.stream().mapToInt(Load.Reading::errors).sum()));
    }

    /** The speedometer: how much more an order costs than its database work, and than the least that writes its rows. */
    private List<String> ratios() {
        var lines = new ArrayList<String>();
        var sendy = Bench.median(Objects.requireNonNull(readings.get("Sendy: order by value")));
        var ours = sendy.app() + sendy.postgres();
        lines.add(number("Sendy's order: %.3f s of app and PG CPU per 1,000", ours));
        readings.forEach((what, of) -> {
            if (what.startsWith("bare")) {
                var bare = Bench.median(of);
                var theirs = bare.client() + bare.postgres();
                lines.add(number("over %s (its client and PG: %.3f): %.2f times; PG alone %.2f times",
                        what, theirs, ours / theirs, sendy.postgres() / bare.postgres()));
            }
        });
        return lines;
    }

    private String firstError() {
        return readings.values().stream()
                .flatMap(List::stream)
                .map(Load.Reading::firstError)
                .filter(error -> !error.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> markdown(List<List<String>> rows) {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            lines.add("| " + String.join(" | ", row) + " |");
            if (lines.size() == 1) {
                lines.add("|" + " --- |" + " ---: |".repeat(row.size() - 1));
            }
        }
        return lines;
    }

    private static List<String> aligned(List<List<String>> rows) {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var line = new StringBuilder();
            for (var i = 0; i < row.size(); i++) {
                var column = i;
                var width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(1);
                line.append(("%" + (i == 0 ? "-" : "") + width + "s  ").formatted(row.get(i)));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
