package iq.sendy.platform.openapi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names in the document, made from names in the code. */
final class Names {

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final Map<String, Class<?>> schemas = new HashMap<>();

    /** {@code OrderController.Request} is {@code OrderRequest}; a second type of that name carries its module before it. */
    String schema(Class<?> type) {
        var name = plain(type);
        if (taken(name, type)) {
            name = capital(module(type)) + name;
        }
        if (taken(name, type)) {
            throw new IllegalStateException("Two schemas would be named " + name);
        }
        schemas.put(name, type);
        return name;
    }

    private boolean taken(String name, Class<?> type) {
        var owner = schemas.get(name);
        return owner != null && owner != type;
    }

    private static String plain(Class<?> type) {
        var outer = type.getEnclosingClass();
        var stem = outer == null ? "" : plain(outer);
        return (stem + type.getSimpleName())
                .replaceFirst("Controller", "")
                .replaceFirst("Body(?=[A-Z])", "")
                .replaceFirst("(?<=.)Body$", "");
    }

    /** The first package below {@code iq.sendy}: {@code orders}. */
    static String module(Class<?> type) {
        var parts = type.getPackageName().split("\\.", -1);
        return parts.length > 2 ? parts[2] : parts[parts.length - 1];
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String small(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    /** {@code areaId} is {@code area_id}. */
    static String snake(String name) {
        return CAPITAL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of id that stands behind a path variable: {@code /return-requests/{id}} is a {@code return_request}, and a
     * variable that is no id, like {@code {slug}}, is what it is called.
     */
    static String reference(String path, String variable) {
        if (!variable.equals("id") && !variable.endsWith("Id")) {
            return snake(variable);
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
