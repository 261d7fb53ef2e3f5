package iq.sendy.platform.openapi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names in the document, made from names in the code. */
final class Names {

    private final Map<String, Class<?>> schemas = new HashMap<>();

    /**
     * {@code OrderController.Request} is {@code OrderRequest}. A second type of that name carries its module before it,
     * and after that a number.
     */
    String schema(Class<?> type) {
        var plain = plain(type);
        var name = plain;
        for (var i = 1; !schemas.computeIfAbsent(name, _ -> type).equals(type); i++) {
            name = capital(module(type)) + plain + (i == 1 ? "" : i);
        }
        return name;
    }

    private static String plain(Class<?> type) {
        var outer = type.getEnclosingClass();
        var stem = outer == null ? "" : plain(outer);
        var own = type.getSimpleName().replaceFirst("Controller$", "").replaceFirst("(?<=.)Body$", "");
        if (own.startsWith(stem)) {
            return own;
        }
        return stem.endsWith(own) ? stem : stem + own;
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
