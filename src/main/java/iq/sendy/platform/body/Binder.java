package iq.sendy.platform.body;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.InputText;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Data binding: binds parsed JSON to records by their {@link RecordSchema}, noting every fault under its JSON path. */
public final class Binder {

    private final Currency currency;
    private final Violations violations;

    public Binder(Currency currency, Violations violations) {
        this.currency = currency;
        this.violations = violations;
    }

    /** Binds one row of a bulk call; paths are relative to the row. */
    public static <T> Bound<T> row(Class<T> type, JsonNode row, Currency currency) {
        var violations = Violations.ofRow();
        var binder = new Binder(currency, violations);
        if (row instanceof ObjectNode object) {
            return new Bound<>(binder.bind(type, object, ""), violations);
        }
        violations.add(Violation.of("field.invalid"));
        // The record is there, though empty, so that the row is read like any other.
        var nothing = new Binder(currency, new Violations()).bind(type, JsonNodeFactory.instance.objectNode(), "");
        return new Bound<>(nothing, violations);
    }

    <T> T bind(Class<T> type, ObjectNode object, String path) {
        var fields = RecordSchema.of(type).fields();
        var values = new @Nullable Object[fields.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = value(fields.get(i), object, path);
        }
        var bound = type.cast(RecordSchema.of(type).make(values));
        if (bound instanceof CrossFieldRules crossFieldRules) {
            crossFieldRules.check(violations);
        }
        return bound;
    }

    private @Nullable Object value(RecordSchema.Field field, ObjectNode object, String path) {
        var node = object.get(field.name());
        var where = path.isEmpty() ? field.name() : path + "." + field.name();
        if (field.partial()) {
            if (node == null) {
                return Patch.leftOut();
            }
            return Patch.of(given(field, node, where));
        }
        return given(field, node, where);
    }

    private @Nullable Object given(RecordSchema.Field field, @Nullable JsonNode node, String where) {
        if (node == null || node.isNull() || blank(node)) {
            if (field.required()) {
                violations.add(where, "field.required");
            }
            return null;
        }
        var element = field.element();
        if (element != null) {
            return list(field, element, node, where);
        }
        if (field.type() == JsonNode.class) {
            return node;
        }
        if (field.type().isRecord() && !ScalarReader.reads(field.type())) {
            if (node instanceof ObjectNode object) {
                return bind(field.type(), object, where);
            }
            violations.add(where, "field.invalid");
            return null;
        }
        return ScalarReader.read(field.component(), field.type(), node, where, currency, violations);
    }

    private @Nullable List<?> list(RecordSchema.Field field, Class<?> element, JsonNode node, String where) {
        if (!node.isArray()) {
            violations.add(where, "field.invalid");
            return null;
        }
        var size = field.component().getAnnotation(Size.class);
        if (size != null && (node.size() < size.min() || node.size() > size.max())) {
            violations.add(where, "field.out_of_range", Integer.toString(size.min()), Integer.toString(size.max()));
            return null;
        }
        var values = new ArrayList<@Nullable Object>(node.size());
        for (var i = 0; i < node.size(); i++) {
            values.add(element(field, element, node.get(i), where + "[" + i + "]"));
        }
        return values;
    }

    private @Nullable Object element(RecordSchema.Field field, Class<?> element, JsonNode node, String where) {
        if (element == JsonNode.class) {
            return node;
        }
        if (node.isNull() || blank(node)) {
            violations.add(where, "field.required");
            return null;
        }
        if (element.isRecord() && !ScalarReader.reads(element)) {
            if (node instanceof ObjectNode object) {
                return bind(element, object, where);
            }
            violations.add(where, "field.invalid");
            return null;
        }
        return ScalarReader.read(field.component(), element, node, where, currency, violations);
    }

    /** A text that is longer than any is not looked at: whatever is in it, it is too long. */
    private static boolean blank(JsonNode node) {
        return node.isString()
                && !InputText.beyond(node.stringValue(), Text.NOTES)
                && InputText.blank(node.stringValue());
    }
}
