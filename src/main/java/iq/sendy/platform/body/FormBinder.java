package iq.sendy.platform.body;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import iq.sendy.platform.api.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binds the fields of a page's form to a record, by the rules and with the faults of a JSON body with the same names:
 * {@code recipient.name}, {@code items[0].quantity}. A number may be typed with the commas of thousands in which it is shown and with the
 * decimal sign of its digits, money that has no fractions with points between them too, and of a box that is sent with its hidden
 * {@code false} the last word counts. Of several boxes that are one text, all count, with commas between them. A list of which only the
 * name is sent, without a row, is empty. A {@link Patch} is left out where the form sends what it showed, see {@link ShownFields}: what
 * nobody touched is what somebody else may have changed meanwhile.
 */
public final class FormBinder {

    private static final Set<Class<?>> NUMBERS = Set.of(Long.class, Integer.class, BigDecimal.class);
    private static final String COMMAS = ",\u066C\u060C";
    private static final char POINT = '\u066B';
    private static final int OF_THOUSANDS = 3;

    /** Of one list, and more than any may have: what is too long is refused by its count. */
    private static final int MOST_ROWS = 500;

    private final Map<String, String[]> sent;
    private final ShownFields shown;
    private final Currency currency;

    private FormBinder(Map<String, String[]> sent, ShownFields shown, Currency currency) {
        this.sent = sent;
        this.shown = shown;
        this.currency = currency;
    }

    /**
     * The record, and what is wrong with it. What cannot be stored, and nobody has typed, is refused as a whole, as in a body.
     *
     * @param sent the request's parameters
     */
    public static <T> Bound<T> bind(Class<T> type, Map<String, String[]> sent, Currency currency) {
        return bind(type, new FormBinder(sent, ShownFields.in(sent), currency));
    }

    /**
     * As {@link #bind(Class, Map, Currency)}, for a form with fields that are only ever replaced as a whole: of those that nobody
     * touched it has what is stored now, and one that somebody else has changed meanwhile is refused.
     *
     * @param stored the fields of the form, as it would be opened now
     */
    public static <T> Bound<T> bind(
            Class<T> type, Map<String, String[]> sent, Currency currency, Map<String, List<String>> stored) {
        var shown = ShownFields.in(sent);
        var bound = bind(type, new FormBinder(shown.over(stored, sent), shown, currency));
        shown.meanwhile(stored).forEach(bound.problems()::add);
        return bound;
    }

    private static <T> Bound<T> bind(Class<T> type, FormBinder form) {
        var violations = new Violations();
        var body = form.object(type, "");
        JsonParser.refuseUnstorable(body);
        return new Bound<>(new Binder(form.currency, violations).bind(type, body, ""), violations);
    }

    private ObjectNode object(Class<?> type, String path) {
        var object = JsonNodeFactory.instance.objectNode();
        for (var field : RecordSchema.of(type).fields()) {
            var name = path + field.name();
            var node = field.partial() && shown.untouched(name) ? null : node(field, name);
            if (node != null) {
                object.set(field.name(), node);
            }
        }
        return object;
    }

    private @Nullable JsonNode node(RecordSchema.Field field, String name) {
        var element = field.element();
        if (element != null) {
            return list(element, name);
        }
        if (field.type() == JsonNode.class) {
            return begins(name + ".") ? fields(name + ".") : null;
        }
        if (isObject(field.type())) {
            return begins(name + ".") ? object(field.type(), name + ".") : null;
        }
        var values = sent.get(name);
        if (values == null || values.length == 0) {
            return null;
        }
        if (field.type() == String.class) {
            return scalar(String.class, words(values));
        }
        var value = values[values.length - 1];
        return scalar(field.type(), whole(field) ? withCommas(value) : value);
    }

    /** Several as one text, which is as long as they are together. */
    private static String words(String[] values) {
        return values.length == 1
                ? values[0]
                : Stream.of(values).filter(word -> !word.isEmpty()).collect(Collectors.joining(","));
    }

    /** Whether it is money that has no fractions: nobody means one by a point. */
    private boolean whole(RecordSchema.Field field) {
        return field.component().isAnnotationPresent(Amount.class) && currency.decimals() == 0;
    }

    /** {@code 1.250.000} as {@code 1,250,000}; what has points elsewhere stays as it is typed. */
    private static String withCommas(String number) {
        var commas = number.replace('.', ',');
        return commas.equals(plain(commas)) ? number : commas;
    }

    /** An object whose fields nobody has declared. */
    private ObjectNode fields(String path) {
        var object = JsonNodeFactory.instance.objectNode();
        sent.forEach((name, values) -> {
            if (name.startsWith(path) && values.length > 0) {
                object.put(name.substring(path.length()), values[values.length - 1]);
            }
        });
        return object;
    }

    /** Boxes of which none is ticked send their hidden nothing: the list is cleared, and not left as it is. */
    private @Nullable JsonNode list(Class<?> element, String name) {
        var rows = JsonNodeFactory.instance.arrayNode();
        if (isObject(element)) {
            for (var i = 0; i < MOST_ROWS && begins(name + "[" + i + "]."); i++) {
                rows.add(object(element, name + "[" + i + "]."));
            }
            return rows.isEmpty() && !sent.containsKey(name) ? null : rows;
        }
        if (sent.containsKey(name)) {
            for (var value : sent.get(name)) {
                if (InputText.beyond(value, Text.NOTES) || !InputText.blank(value)) {
                    rows.add(scalar(element, value));
                }
            }
        }
        if (rows.isEmpty()) {
            return sent.containsKey(name) ? JsonNodeFactory.instance.nullNode() : null;
        }
        return rows;
    }

    private boolean begins(String path) {
        return sent.keySet().stream().anyMatch(name -> name.startsWith(path));
    }

    private static boolean isObject(Class<?> type) {
        return type.isRecord() && !ScalarReader.reads(type);
    }

    private static JsonNode scalar(Class<?> type, String value) {
        var nodes = JsonNodeFactory.instance;
        if (type == Boolean.class && (value.equals("true") || value.equals("false"))) {
            return nodes.booleanNode(value.equals("true"));
        }
        return nodes.stringNode(NUMBERS.contains(type) ? plain(value) : value);
    }

    /** Without its commas where each stands before three digits. Any other is a decimal to who typed it, and left as a fault. */
    private static String plain(String number) {
        if (InputText.beyondWord(number)) {
            return number;
        }
        var typed = Digits.toAscii(InputText.clean(number)).replace(POINT, '.');
        var plain = new StringBuilder(typed.length());
        for (var i = 0; i < typed.length(); i++) {
            if (COMMAS.indexOf(typed.charAt(i)) < 0) {
                plain.append(typed.charAt(i));
            } else if (!parts(typed, i)) {
                return number;
            }
        }
        return plain.toString();
    }

    /** Whether the comma there parts thousands: behind a digit, and with three to the next comma, the point or the end. */
    private static boolean parts(String typed, int comma) {
        var next = comma + 1 + OF_THOUSANDS;
        return comma > 0
                && next <= typed.length()
                && Digits.only(typed.substring(comma - 1, comma), 1)
                && Digits.only(typed.substring(comma + 1, next), OF_THOUSANDS)
                && (next == typed.length() || typed.charAt(next) == '.' || COMMAS.indexOf(typed.charAt(next)) >= 0)
                && typed.lastIndexOf('.', comma) < 0;
    }
}
