package iq.sendy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Which class each table is in, as {@code table-classes.tsv} lists them. */
record TableClasses(List<Row> rows) {

    private static final Set<String> CLASSES = Set.of("tenant", "directory", "platform", "queue");

    record Row(String kind, String table, boolean appendOnly) {

        Row {
            if (!CLASSES.contains(kind)) {
                throw new IllegalArgumentException("No such class of tables: " + kind);
            }
        }
    }

    static TableClasses listed() {
        try (var bytes = TableClasses.class.getResourceAsStream("/table-classes.tsv")) {
            var text = new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
            return new TableClasses(text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> List.of(line.split("\t", -1)))
                    .map(cells -> new Row(cells.get(0), cells.get(1), cells.contains("append-only")))
                    .toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    TableClasses and(Row row) {
        var more = new ArrayList<>(rows);
        more.add(row);
        return new TableClasses(more);
    }

    String[] all() {
        return names(_ -> true);
    }

    String[] tenant() {
        return names(row -> row.kind().equals("tenant"));
    }

    String[] appendOnly() {
        return names(Row::appendOnly);
    }

    private String[] names(Predicate<Row> wanted) {
        return rows.stream().filter(wanted).map(Row::table).toArray(String[]::new);
    }
}
