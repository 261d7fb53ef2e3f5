package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of cells, the head first, for eyes or for a note; and how numbers are written. */
final class Grid {

    private Grid() {}

    static List<String> of(List<List<String>> rows, boolean markdown) {
        return markdown ? markdown(rows) : aligned(rows);
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

    static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** The load average of the last minute: whether the machine was ours. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
