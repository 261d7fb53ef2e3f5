package iq.sendy.platform.body;

import iq.sendy.platform.api.Violation;
import iq.sendy.platform.secrets.Digests;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Three-way comparison of a form of something stored: what it showed when it was opened, what was sent, and what is stored now. The form
 * carries what it showed in one hidden field, as a short digest of each of its fields, so that a long note travels once. A list is one
 * field, with all its rows; a field that is empty has no digest.
 */
public final class ShownFields {

    /** The hidden field, whose value is like {@code name:x1Yz… price:9aB_…}. */
    public static final String NAME = "shown";

    private static final int BYTES = 8;

    private final Map<String, String> shown;
    private final Map<String, String> sent;
    private final Set<String> fields;

    /** @param fields all that were sent, those that are empty too; none where nothing is known of what was shown */
    private ShownFields(Map<String, String> shown, Map<String, String> sent, Set<String> fields) {
        this.shown = shown;
        this.sent = sent;
        this.fields = fields;
    }

    /** What a form carries that shows these values. */
    public static String of(Map<String, List<String>> values) {
        return written(digests(values));
    }

    /** Whether a form of something stored sends a field as it showed it. */
    public static boolean untouched(Map<String, String[]> sent, String field) {
        return in(sent).untouched(field);
    }

    /** The form once more, after its reader has been told what changed meanwhile: sent again, it is meant. */
    public static Map<String, String[]> told(Map<String, String[]> sent, List<Violation> faults) {
        var shown = read(sent);
        for (var fault : faults) {
            if (fault.field() != null && fault.more().get(NAME) instanceof String now) {
                shown.put(fault.field(), now);
            }
        }
        if (!sent.containsKey(NAME)) {
            return sent;
        }
        var again = new HashMap<>(sent);
        again.put(NAME, new String[] {written(shown)});
        return again;
    }

    /** Of a form that does not say what it showed, every field is touched. */
    static ShownFields in(Map<String, String[]> sent) {
        if (!sent.containsKey(NAME)) {
            return new ShownFields(Map.of(), Map.of(), Set.of());
        }
        var fields = sent.keySet().stream().map(ShownFields::field).collect(Collectors.toCollection(TreeSet::new));
        return new ShownFields(read(sent), digests(lists(sent)), fields);
    }

    /** Also of an object, whose fields are named behind a point. */
    boolean untouched(String field) {
        return !fields.isEmpty()
                && Stream.concat(shown.keySet().stream(), sent.keySet().stream())
                        .filter(name -> name.equals(field) || name.startsWith(field + "."))
                        .allMatch(this::same);
    }

    private boolean same(String field) {
        return Objects.equals(shown.get(field), sent.get(field));
    }

    /** What was sent, with each field that was not touched as it is stored now. */
    Map<String, String[]> over(Map<String, List<String>> stored, Map<String, String[]> all) {
        if (fields.isEmpty()) {
            return all;
        }
        var merged = new HashMap<>(all);
        merged.keySet().removeIf(name -> shown.containsKey(field(name)) && same(field(name)));
        stored.forEach((name, values) -> {
            if (same(field(name))) {
                merged.put(name, values.toArray(String[]::new));
            }
        });
        return merged;
    }

    /** The fields that this form changes, and somebody else has changed otherwise since it was opened. */
    List<Violation> meanwhile(Map<String, List<String>> stored) {
        var now = digests(stored);
        return fields.stream()
                .filter(field -> !same(field))
                .filter(field -> !Objects.equals(now.get(field), shown.get(field)))
                .filter(field -> !Objects.equals(now.get(field), sent.get(field)))
                .map(field -> changed(field, now.getOrDefault(field, "")))
                .toList();
    }

    private static Violation changed(String field, String now) {
        return Violation.at(field, "field.invalid")
                .said("form.meanwhile", List.of())
                .with(NAME, now);
    }

    private static Map<String, String> digests(Map<String, List<String>> values) {
        var fields = new TreeMap<String, TreeSet<String>>();
        values.forEach((name, texts) -> {
            var said = said(texts);
            if (!said.isEmpty()) {
                fields.computeIfAbsent(field(name), _ -> new TreeSet<>()).add(name + "=" + said);
            }
        });
        return fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> digest(String.join("\n", field.getValue()))));
    }

    /**
     * The words of one name in any order, as of boxes. Of a box that is sent with its hidden {@code false} it is the last; ends of
     * lines are those of the browser.
     */
    private static String said(List<String> texts) {
        var box = texts.stream().allMatch(text -> text.equals("true") || text.equals("false"));
        return texts.stream()
                .skip(box ? Math.max(0, texts.size() - 1) : 0)
                .map(text -> text.replace("\r\n", "\n").strip())
                .filter(text -> !text.isEmpty())
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** A row of a list belongs to the list. */
    private static String field(String name) {
        var row = name.indexOf('[');
        return row < 0 ? name : name.substring(0, row);
    }

    private static String digest(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Digests.sha256(text), BYTES));
    }

    private static String written(Map<String, String> digests) {
        return digests.entrySet().stream()
                .map(field -> field.getKey() + ":" + field.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> read(Map<String, String[]> sent) {
        var digests = new TreeMap<String, String>();
        var fields = new StringTokenizer(last(sent.get(NAME)), " ");
        while (fields.hasMoreTokens()) {
            var field = fields.nextToken();
            var colon = field.indexOf(':');
            if (colon > 0) {
                digests.put(field.substring(0, colon), field.substring(colon + 1));
            }
        }
        return digests;
    }

    private static String last(String @Nullable [] values) {
        return values == null || values.length == 0 ? "" : values[values.length - 1];
    }

    private static Map<String, List<String>> lists(Map<String, String[]> sent) {
        return sent.entrySet().stream()
                .filter(field -> !field.getKey().equals(NAME))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
    }
}
