package iq.sendy.apidocs;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names in the document: they are API, so a table declares them and renaming a type changes none. */
final class SchemaNames {

    private static final String ROOT = "iq.sendy.";
    private static final String NONE = "-";

    private SchemaNames() {}

    /** What an answer, a POST or a filter calls the type. */
    static String schema(Class<?> type) {
        return column(type, 0);
    }

    /** What a PUT calls it, where it asks for less than a POST. */
    static String change(Class<?> type) {
        return column(type, 1);
    }

    private static String column(Class<?> type, int column) {
        var key = type.getName().substring(ROOT.length());
        var columns = DocumentTables.of(DocumentTables.SCHEMAS, key, "schemas.tsv");
        if (column >= columns.size() || columns.get(column).equals(NONE)) {
            throw new IllegalStateException(key + " lacks a name in openapi/schemas.tsv");
        }
        return columns.get(column);
    }

    /**
     * The kind of id that stands behind a path variable: {@code /return-requests/{id}} is a {@code return_request}, and
     * {@code {slug}} is a slug everywhere.
     */
    static String reference(String path, String variable) {
        if (variable.equals("slug")) {
            return variable;
        }
        var before = path.substring(0, path.indexOf("{" + variable));
        var segments = Arrays.stream(before.split("/", -1))
                .filter(segment -> !segment.isEmpty() && !segment.startsWith("{"))
                .collect(Collectors.toList());
        return singular(segments.getLast()).replace('-', '_');
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (plural.endsWith("sses") || plural.endsWith("xes")) {
            return plural.substring(0, plural.length() - 2);
        }
        return plural.endsWith("s") && !plural.endsWith("ss") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
