package iq.sendy.apidocs.web;

import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The bounds of a schema in words: {@code 1 to 200 characters}. */
final class Bounds {

    private Bounds() {}

    /** Empty where none are set. */
    static String of(JsonNode schema) {
        var range = range(schema, "minimum", "maximum", "");
        var bounds = range.isEmpty() ? range(schema, "minLength", "maxLength", " characters") : range;
        var all = bounds.isEmpty() ? range(schema, "minItems", "maxItems", " elements") : bounds;
        var usual = schema.path("default");
        if (usual.isMissingNode()) {
            return all;
        }
        return (all.isEmpty() ? "" : all + "; ") + "otherwise " + usual.asString();
    }

    private static String range(JsonNode schema, String low, String high, String unit) {
        var least = schema.path(low);
        var most = schema.path(high);
        var none = least.isMissingNode() || (!unit.isEmpty() && least.asInt() == 0);
        if (most.isMissingNode()) {
            return none ? "" : "at least " + number(least) + unit;
        }
        return none ? "at most " + number(most) + unit : number(least) + " to " + number(most) + unit;
    }

    /** With its thousands apart. */
    private static String number(JsonNode node) {
        var number = node.decimalValue();
        var whole = number.stripTrailingZeros().scale() <= 0;
        return whole ? String.format(Locale.ROOT, "%,d", number.toBigIntegerExact()) : plain(number);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
