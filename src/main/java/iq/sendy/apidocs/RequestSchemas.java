package iq.sendy.apidocs;

import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.Uuids;
import iq.sendy.kernel.When;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.ElementsOf;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.RecordSchema;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What callers may send, by the {@link RecordSchema} that binds it. */
final class RequestSchemas {

    private static final String SOME_ID = "0195b1c2-7a3e-7c41-9d52-3f0a6b8e1d27";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, ObjectNode> components;

    RequestSchemas(Map<String, ObjectNode> components) {
        this.components = components;
    }

    /** A reference to the record's schema, which is added when it is not there yet. */
    ObjectNode of(Class<?> record) {
        return of(record, false);
    }

    /**
     * The same for a PUT or PATCH: a field that tells being left out from {@code null} keeps its value when it is left out, so only the
     * others are required.
     */
    ObjectNode change(Class<?> record) {
        return of(record, lessOnChange(record));
    }

    private static boolean lessOnChange(Class<?> record) {
        return RecordSchema.of(record).fields().stream().anyMatch(field -> field.required() && field.partial());
    }

    private ObjectNode of(Class<?> record, boolean change) {
        var name = change ? SchemaNames.change(record) : SchemaNames.schema(record);
        if (!components.containsKey(name)) {
            var schema = JsonNodes.type("object");
            components.put(name, schema);
            var properties = schema.putObject("properties");
            var fields = RecordSchema.of(record).fields();
            fields.forEach(field -> properties.set(field.name(), field(field)));
            var required = fields.stream()
                    .filter(field -> field.required() && !(change && field.partial()))
                    .map(RecordSchema.Field::name)
                    .toList();
            if (!required.isEmpty()) {
                schema.set("required", JsonNodes.words(required));
            }
            schema.set("examples", JsonNodes.array(List.of(example(record, change))));
        }
        return JsonNodes.reference("schemas", name);
    }

    private ObjectNode field(RecordSchema.Field field) {
        var schema = bare(field);
        var referenceTo = field.component().getAnnotation(ReferenceTo.class);
        if (referenceTo != null) {
            (field.element() == null ? schema : (ObjectNode) schema.path("items"))
                    .put("x-sendy-ref", referenceTo.value());
        }
        if (!field.required()) {
            schema = JsonNodes.nullable(schema);
        }
        if (field.component().isAnnotationPresent(Example.class) && !schema.has("$ref")) {
            schema.set("examples", JsonNodes.array(List.of(example(field))));
        }
        return schema;
    }

    /** A filter of a query: it is a text without a null, and an empty one counts as left out. */
    ObjectNode filter(RecordSchema.Field field) {
        var schema = bare(field);
        var referenceTo = field.component().getAnnotation(ReferenceTo.class);
        return referenceTo == null ? schema : schema.put("x-sendy-ref", referenceTo.value());
    }

    private ObjectNode bare(RecordSchema.Field field) {
        var element = field.element();
        if (element == null) {
            return value(field, field.type());
        }
        var schema = JsonNodes.type("array");
        var elementsOf = field.component().getAnnotation(ElementsOf.class);
        schema.set("items", value(field, elementsOf == null ? element : elementsOf.value()));
        var size = field.component().getAnnotation(Size.class);
        if (size != null) {
            schema.put("minItems", size.min()).put("maxItems", size.max());
        }
        return schema;
    }

    private ObjectNode value(RecordSchema.Field field, Class<?> type) {
        if (type == Phone.class) {
            return JsonNodes.type("string")
                    .put("maxLength", InputText.LONGEST_WORD)
                    .put("description", "An Iraqi mobile number, local or international");
        }
        if (type == When.class) {
            return JsonNodes.type("string")
                    .put("maxLength", InputText.LONGEST_WORD)
                    .put(
                            "description",
                            "An instant with Z or an offset, or a date alone: that day in the store's zone");
        }
        if (type.isRecord()) {
            return of(type);
        }
        if (type.isEnum()) {
            return EnumSchemas.reference(type, components);
        }
        if (type == String.class) {
            return text(field);
        }
        if (type == UUID.class) {
            return JsonNodes.type("string").put("format", "uuid");
        }
        if (type == Boolean.class) {
            return JsonNodes.type("boolean");
        }
        return type == JsonNode.class ? JsonNodes.object() : number(field);
    }

    private static ObjectNode text(RecordSchema.Field field) {
        var schema = JsonNodes.type("string");
        if (field.required() && field.element() == null) {
            schema.put("minLength", 1);
        }
        var longest = field.component().getAnnotation(Text.class);
        return schema.put("maxLength", longest == null ? InputText.LONGEST_SECRET : longest.value());
    }

    private static ObjectNode number(RecordSchema.Field field) {
        var component = field.component();
        if (component.isAnnotationPresent(Amount.class)) {
            return JsonNodes.type("number")
                    .put("minimum", 0)
                    .put("maximum", Amount.MOST)
                    .put("description", "In the store's currency: whole dinars, or dollars with two decimals");
        }
        var decimal = component.getAnnotation(Decimal.class);
        if (decimal != null) {
            var number = JsonNodes.type("number")
                    .put("minimum", new BigDecimal(decimal.min()))
                    .put("maximum", new BigDecimal(decimal.max()));
            return decimal.scale() == Decimal.ANY_SCALE
                    ? number
                    : number.put("description", "At most " + decimal.scale() + " decimals");
        }
        var whole = component.getAnnotation(Whole.class);
        var schema = JsonNodes.type("integer");
        return whole == null ? schema : schema.put("minimum", whole.min()).put("maximum", whole.max());
    }

    /** A complete request: what is required, and every field that shows an example; all fields when that is none. */
    JsonNode example(Class<?> record) {
        return example(record, false);
    }

    /** The same for a PUT or PATCH; a secret is left out, since sending it changes it. */
    JsonNode changeExample(Class<?> record) {
        return example(record, lessOnChange(record));
    }

    private JsonNode example(Class<?> record, boolean change) {
        var fields = RecordSchema.of(record).fields().stream()
                .filter(field -> !change || !field.component().isAnnotationPresent(Secret.class))
                .toList();
        var shown = fields.stream().filter(RequestSchemas::shown).toList();
        var example = JsonNodes.object();
        (shown.isEmpty() ? fields : shown).forEach(field -> example.set(field.name(), example(field)));
        return example;
    }

    private static boolean shown(RecordSchema.Field field) {
        return field.required() || field.component().isAnnotationPresent(Example.class);
    }

    private JsonNode example(RecordSchema.Field field) {
        var given = field.component().getAnnotation(Example.class);
        if (given != null && fits(field, given.value())) {
            return parse(given.value());
        }
        var element = field.element();
        var elementsOf = field.component().getAnnotation(ElementsOf.class);
        return element == null
                ? made(field, field.type())
                : JsonNodes.array(List.of(made(field, elementsOf == null ? element : elementsOf.value())));
    }

    /** A placeholder is no id, and would be refused by who tries the example. */
    private static boolean fits(RecordSchema.Field field, String example) {
        return field.type() != UUID.class
                || Uuids.parse(parse(example).asString()).isPresent();
    }

    static JsonNode parse(String example) {
        try {
            return JSON.readTree(example);
        } catch (JacksonException text) {
            return JsonNodeFactory.instance.stringNode(example);
        }
    }

    private JsonNode made(RecordSchema.Field field, Class<?> type) {
        var nodes = JsonNodeFactory.instance;
        if (type == Phone.class) {
            return nodes.stringNode("0770 123 4567");
        }
        if (type == When.class) {
            return nodes.stringNode("2026-03-01T09:00:00Z");
        }
        if (type.isRecord()) {
            return example(type);
        }
        if (type.isEnum()) {
            return nodes.stringNode(words(type).getFirst());
        }
        if (type == String.class) {
            return nodes.stringNode(field.name());
        }
        if (type == UUID.class) {
            return nodes.stringNode(SOME_ID);
        }
        if (type == Boolean.class) {
            return nodes.booleanNode(true);
        }
        return type == JsonNode.class ? nodes.objectNode() : nodes.numberNode(least(field));
    }

    private static long least(RecordSchema.Field field) {
        var whole = field.component().getAnnotation(Whole.class);
        return whole == null ? 1 : Math.max(1, whole.min());
    }

    private static List<String> words(@Nullable Class<?> type) {
        return type == null
                ? List.of()
                : Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    }
}
