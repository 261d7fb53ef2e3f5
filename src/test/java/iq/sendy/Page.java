package iq.sendy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of {@code docs/settings.md}. */
public final class Page {

    private static final Path FILE = Path.of("docs", "settings.md");
    private static final String ANYTHING = "…";

    private Page() {}

    /** The line that stands beside a trouble. */
    public static String trouble(String when) {
        return rows("## Trouble")
                .filter(row -> row[0].equals(when))
                .map(row -> row[1])
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/settings.md does not know: " + when));
    }

    /** All of them. */
    public static Stream<String> troubles() {
        return rows("## Trouble").map(row -> row[0]);
    }

    /** As a regular expression. */
    public static String pattern(String line) {
        return Arrays.stream(line.split(ANYTHING, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }

    /** The rows of the tables that have four columns. */
    static Stream<String[]> settings() {
        return lines().stream().map(Page::cells).filter(cells -> cells.length == 4 && cells[0].startsWith("`"));
    }

    /** The rows of the table below a heading. */
    static Stream<String[]> rows(String heading) {
        return lines().stream()
                .dropWhile(line -> !line.equals(heading))
                .dropWhile(line -> !line.startsWith("| --- |"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(Page::cells);
    }

    private static String[] cells(String line) {
        return line.startsWith("| ") ? line.substring(2, line.length() - 2).split(" \\| ", -1) : new String[0];
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
