package iq.sendy.platform.body;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Problems;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single values the way contract section 16 has it, one rule for each kind of field. */
final class Scalars {

    /** Beyond this a number is no amount or count of anything, and writing it out would only cost memory. */
    private static final int LONGEST_NUMBER = 40;

    private static final Set<Class<?>> OTHERS = Set.of(Phone.class, When.class);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,20})?");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** What {@link String#strip} leaves: no-break spaces, and the invisible marks that come with pasted text. */
    private static final Pattern EDGES = Pattern.compile(
            "^[\\s\\p{Z}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+|[\\s\\p{Z}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+$");

    private Scalars() {}

    /** Whether a record is a single value on the wire and not an object. */
    static boolean reads(Class<?> type) {
        return OTHERS.contains(type);
    }

    static String trim(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The value, or null after noting what is wrong with it. */
    static @Nullable Object read(
            RecordComponent field, Class<?> type, JsonNode node, String where, Currency currency, Problems problems) {
        if (type == Boolean.class) {
            return node.isBoolean() ? (Object) node.booleanValue() : invalid(where, problems);
        }
        if (type == Long.class || type == Integer.class || type == BigDecimal.class) {
            return number(field, type, node, where, currency, problems);
        }
        if (!node.isString()) {
            return invalid(where, problems);
        }
        var text = trim(node.stringValue());
        if (type == String.class) {
            return text(field, text, where, problems);
        }
        if (type == Phone.class) {
            return Phone.parse(text).orElseGet(() -> {
                problems.add(where, "phone.invalid");
                return null;
            });
        }
        if (type == UUID.class) {
            return uuid(text).map(Object.class::cast).orElseGet(() -> invalid(where, problems));
        }
        if (type == When.class) {
            return When.parse(text).map(Object.class::cast).orElseGet(() -> invalid(where, problems));
        }
        if (type.isEnum()) {
            return word(type, text).orElseGet(() -> {
                problems.add(where, "field.unknown_value", words(type));
                return null;
            });
        }
        throw new IllegalStateException("No way to read a " + type + " at " + where);
    }

    private static @Nullable String text(RecordComponent field, String text, String where, Problems problems) {
        var bound = field.getAnnotation(Text.class);
        if (bound != null && text.codePointCount(0, text.length()) > bound.value()) {
            problems.add(where, "field.too_long", Integer.toString(bound.value()));
            return null;
        }
        return text;
    }

    private static @Nullable Object number(
            RecordComponent field, Class<?> type, JsonNode node, String where, Currency currency, Problems problems) {
        var number = decimal(node);
        if (number == null) {
            return invalid(where, problems);
        }
        if (number.signum() != 0
                && (number.precision() > LONGEST_NUMBER || Math.abs(number.scale()) > LONGEST_NUMBER)) {
            problems.add(where, "field.out_of_range", bound(field, false), bound(field, true));
            return null;
        }
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (field.isAnnotationPresent(Amount.class)) {
            return amount(field, plain, where, currency, problems);
        }
        var decimals = field.getAnnotation(Decimal.class);
        var scale = decimals == null ? 0 : decimals.scale();
        if (decimals == null && plain.scale() > 0) {
            return invalid(where, problems);
        }
        if (outside(field, plain)) {
            problems.add(where, "field.out_of_range", bound(field, false), bound(field, true));
            return null;
        }
        if (plain.scale() > scale) {
            return invalid(where, problems);
        }
        if (type == BigDecimal.class) {
            return plain;
        }
        return type == Integer.class ? (Object) plain.intValueExact() : (Object) plain.longValueExact();
    }

    private static @Nullable Long amount(
            RecordComponent field, BigDecimal plain, String where, Currency currency, Problems problems) {
        if (outside(field, plain)) {
            problems.add(where, "field.out_of_range", bound(field, false), bound(field, true));
            return null;
        }
        if (plain.scale() > currency.decimals()) {
            problems.add(where, "money.fraction", currency.name(), Integer.toString(currency.decimals()));
            return null;
        }
        return currency.minor(plain);
    }

    private static boolean outside(RecordComponent field, BigDecimal number) {
        return number.compareTo(new BigDecimal(bound(field, false))) < 0
                || number.compareTo(new BigDecimal(bound(field, true))) > 0;
    }

    /** Every number has bounds: a field without them is a mistake of ours. */
    private static String bound(RecordComponent field, boolean upper) {
        var money = field.getAnnotation(Amount.class);
        if (money != null) {
            return Long.toString(upper ? Amount.MOST : money.min());
        }
        var whole = field.getAnnotation(Whole.class);
        if (whole != null) {
            return Long.toString(upper ? whole.max() : whole.min());
        }
        var decimal = field.getAnnotation(Decimal.class);
        if (decimal != null) {
            return upper ? decimal.max() : decimal.min();
        }
        throw new IllegalStateException(field + " has no bounds");
    }

    /** A number, or a string of digits in any of the three scripts; null for anything else. */
    private static @Nullable BigDecimal decimal(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (!node.isString()) {
            return null;
        }
        var digits = Digits.toAscii(trim(node.stringValue()));
        return NUMBER.matcher(digits).matches() ? new BigDecimal(digits) : null;
    }

    /** The constant that a word names in any letter case. */
    static Optional<Object> word(Class<?> type, String text) {
        for (var constant : type.getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static @Nullable Object invalid(String where, Problems problems) {
        problems.add(where, "field.invalid");
        return null;
    }
}
