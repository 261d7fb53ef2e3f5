package iq.sendy.platform.body;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.Uuids;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Violations;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single values the way contract section 16 has it, one rule for each kind of field. */
final class ScalarReader {

    /** Beyond this a number is no amount or count of anything, and writing it out would only cost memory. */
    private static final int LONGEST_NUMBER = 40;

    private static final Set<Class<?>> OTHERS = Set.of(Phone.class, When.class);
    private static final int MOST_DIGITS = 30;
    private static final int MOST_DECIMALS = 20;

    private ScalarReader() {}

    /** Whether a record is a single value on the wire and not an object. */
    static boolean reads(Class<?> type) {
        return OTHERS.contains(type);
    }

    /** The value, or null after noting what is wrong with it. */
    static @Nullable Object read(
            RecordComponent field,
            Class<?> type,
            JsonNode node,
            String where,
            Currency currency,
            Violations violations) {
        if (type == Boolean.class) {
            return node.isBoolean() ? (Object) node.booleanValue() : invalid(where, violations);
        }
        if (type == Long.class || type == Integer.class || type == BigDecimal.class) {
            return number(field, type, node, where, currency, violations);
        }
        if (!node.isString()) {
            return invalid(where, violations);
        }
        var typed = node.stringValue();
        if (type == String.class) {
            return text(field, typed, where, violations);
        }
        var text = word(typed);
        if (type == Phone.class) {
            return Phone.parse(text).orElseGet(() -> {
                violations.add(where, "phone.invalid");
                return null;
            });
        }
        if (type == UUID.class) {
            return Uuids.parse(text).map(Object.class::cast).orElseGet(() -> invalid(where, violations));
        }
        if (type == When.class) {
            return When.parse(text).map(Object.class::cast).orElseGet(() -> invalid(where, violations));
        }
        if (type.isEnum()) {
            return word(type, text).orElseGet(() -> {
                violations.add(where, "field.unknown_value", words(type));
                return null;
            });
        }
        throw new IllegalStateException("No way to read a " + type + " at " + where);
    }

    /** A word, number, date or id; one that is too long for any of them is left as it is, and so is none. */
    static String word(String typed) {
        return InputText.beyondWord(typed) ? typed : InputText.clean(typed);
    }

    private static @Nullable String text(RecordComponent field, String typed, String where, Violations violations) {
        if (field.isAnnotationPresent(Secret.class)) {
            return InputText.secret(typed);
        }
        var most = most(field);
        if (!InputText.beyond(typed, most)) {
            var text = InputText.clean(typed);
            if (text.codePointCount(0, text.length()) <= most) {
                return text;
            }
        }
        violations.add(where, "field.too_long", Integer.toString(most));
        return null;
    }

    /** Every text has a bound: a field without one is a mistake of ours. */
    static int most(RecordComponent field) {
        var bound = field.getAnnotation(Text.class);
        if (bound == null) {
            throw new IllegalStateException(field + " has no bound");
        }
        return bound.value();
    }

    private static @Nullable Object number(
            RecordComponent field,
            Class<?> type,
            JsonNode node,
            String where,
            Currency currency,
            Violations violations) {
        var number = decimal(node);
        if (number == null) {
            return invalid(where, violations);
        }
        if (number.signum() != 0
                && (number.precision() > LONGEST_NUMBER || Math.abs(number.scale()) > LONGEST_NUMBER)) {
            violations.add(where, "field.out_of_range", bound(field, false), bound(field, true));
            return null;
        }
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        var money = field.getAnnotation(Amount.class);
        if (money != null) {
            return amount(field, money, plain, where, currency, violations);
        }
        var decimals = field.getAnnotation(Decimal.class);
        var scale = decimals == null ? 0 : decimals.scale();
        if (decimals == null && plain.scale() > 0) {
            return invalid(where, violations);
        }
        if (outside(field, plain)) {
            violations.add(where, "field.out_of_range", bound(field, false), bound(field, true));
            return null;
        }
        if (plain.scale() > scale) {
            return invalid(where, violations);
        }
        if (type == BigDecimal.class) {
            return plain;
        }
        return type == Integer.class ? (Object) plain.intValueExact() : (Object) plain.longValueExact();
    }

    private static @Nullable Long amount(
            RecordComponent field,
            Amount money,
            BigDecimal plain,
            String where,
            Currency currency,
            Violations violations) {
        if (outside(field, plain)) {
            violations.add(where, "field.out_of_range", bound(field, false), bound(field, true));
            return null;
        }
        if (plain.scale() > currency.decimals()) {
            violations.add(where, "money.fraction", currency.name(), Integer.toString(currency.decimals()));
            return null;
        }
        if (plain.signum() == 0 && money.positive()) {
            violations.add(where, "field.out_of_range", currency.onWire(1).toPlainString(), bound(field, true));
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
        if (field.isAnnotationPresent(Amount.class)) {
            return Long.toString(upper ? Amount.MOST : 0);
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
        if (!node.isString() || InputText.beyondWord(node.stringValue())) {
            return null;
        }
        var digits = Digits.toAscii(InputText.clean(node.stringValue()));
        return plain(digits) ? new BigDecimal(digits) : null;
    }

    /** Digits with a minus in front and decimals behind them, if need be, and no exponent. */
    private static boolean plain(String digits) {
        var from = digits.startsWith("-") ? 1 : 0;
        var point = digits.indexOf('.', from);
        var whole = digits.substring(from, point < 0 ? digits.length() : point);
        return Digits.only(whole, MOST_DIGITS)
                && (point < 0 || Digits.only(digits.substring(point + 1), MOST_DECIMALS));
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

    private static @Nullable Object invalid(String where, Violations violations) {
        violations.add(where, "field.invalid");
        return null;
    }
}
