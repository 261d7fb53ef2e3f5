package bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The readings as a table for eyes or for a note. */
final class Table {

    private static final List<String> HEAD = List.of(
            "", "per s", "p50 ms", "p99 ms", "app CPU s/1k", "PG CPU s/1k", "client CPU s/1k", "measured", "errors");

    private final Settings settings;
    private final Map<String, List<Load.Reading>> readings;
    private final List<FigureShare.Share> shares;
    private final String counted;

    Table(Settings settings, Map<String, List<Load.Reading>> readings, List<FigureShare.Share> shares, String counted) {
        this.settings = settings;
        this.readings = readings;
        this.shares = shares;
        this.counted = counted;
    }

    int errors() {
        return readings.values().stream().flatMap(List::stream).mapToInt(Load.Reading::errors).sum();
    }

    /** Whether a sale is as quick, and what figures cost as little, as was asked for. */
    boolean held() {
        return sale().p95() <= Counter.MOST_MILLIS && shares.stream().allMatch(share -> share.percent() <= FigureShare.MOST);
    }

    private Load.Reading sale() {
        return Orders.median(Objects.requireNonNull(readings.get(Orders.SALE)));
    }

    @Override
    public String toString() {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        readings.values().forEach(of -> rows.add(row(of)));
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(Grid.of(rows, settings.markdown()));
        lines.add("");
        ratios().forEach(line -> lines.add((settings.markdown() ? "- " : "") + line));
        shares.forEach(share -> lines.add((settings.markdown() ? "- " : "") + share
                + (share.percent() <= FigureShare.MOST ? "" : ": above " + FigureShare.MOST)));
        lines.add(number("%sp95 of a cashier's sale of three lines alone: %.1f ms%s", settings.markdown() ? "- " : "",
                sale().p95(), sale().p95() <= Counter.MOST_MILLIS ? "" : ", above " + Counter.MOST_MILLIS));
        lines.add("");
        lines.add("%s; %s.".formatted(counted, errors() == 0 ? "no errors" : errors() + " ERRORS: " + firstError()));
        lines.add(("%s: median of %d rounds of %d s, %d connections, %d stores, %d cores, load before the end %s, Java %s. "
                        + "App is Sendy, PG all of PostgreSQL, durable; the client is this bench.")
                .formatted(
                        LocalDate.now(),
                        settings.number("--rounds"),
                        settings.seconds(),
                        settings.connections(),
                        settings.stores(),
                        Runtime.getRuntime().availableProcessors(),
                        Grid.load(),
                        Runtime.version()));
        return String.join("\n", lines);
    }

    private static List<String> row(List<Load.Reading> of) {
        var r = Orders.median(of);
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
        ratios(lines, Orders.VALUE, "bare value");
        ratios(lines, Orders.LINES, "bare three lines");
        ratios(lines, Orders.TOLD, "bare with its delivery");
        return lines;
    }

    private void ratios(List<String> lines, String ours, String beside) {
        var sendy = Orders.median(Objects.requireNonNull(readings.get(ours)));
        var cost = sendy.app() + sendy.postgres();
        lines.add(number("%s: %.3f s of app and PG CPU per 1,000", ours, cost));
        readings.forEach((what, of) -> {
            if (what.startsWith(beside + ":")) {
                var bare = Orders.median(of);
                var theirs = bare.client() + bare.postgres();
                lines.add(number("  over %s (its client and PG: %.3f): %.2f times; PG alone %.2f times",
                        what, theirs, cost / theirs, sendy.postgres() / bare.postgres()));
            }
        });
    }

    private String firstError() {
        return readings.values().stream()
                .flatMap(List::stream)
                .map(Load.Reading::firstError)
                .filter(error -> !error.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String number(String format, Object... values) {
        return Grid.number(format, values);
    }
}
