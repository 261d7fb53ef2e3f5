package iq.sendy.apidocs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** What the document says in words of its own: tables beside it, each line with its key first. */
final class DocumentTables {

    /** By method and path, the key door's as the staff door's. */
    static final Map<String, List<String>> OPERATIONS = read("operations.tsv");

    /** By the binary name below the root package. */
    static final Map<String, List<String>> SCHEMAS = read("schemas.tsv");

    /** In the order in which they are shown. */
    static final Map<String, List<String>> TAGS = read("tags.tsv");

    /** By schema and field, or by field alone. */
    static final Map<String, List<String>> EXAMPLES = read("examples.tsv");

    private DocumentTables() {}

    /** The columns behind the key. */
    static List<String> of(Map<String, List<String>> table, String key, String file) {
        var columns = table.get(key);
        if (columns == null) {
            throw new IllegalStateException(key + " is declared in no line of openapi/" + file);
        }
        return columns;
    }

    private static Map<String, List<String>> read(String file) {
        try {
            var lines = new ClassPathResource("openapi/" + file).getContentAsString(StandardCharsets.UTF_8);
            var table = new LinkedHashMap<String, List<String>>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .forEach(columns -> table.put(columns.getFirst(), columns.subList(1, columns.size())));
            return Collections.unmodifiableMap(table);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
