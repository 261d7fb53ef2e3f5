package iq.sendy.apidocs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Examples of answers, made of their schemas and of values that a table gives for fields. */
final class ExampleAnswers {

    static final String SOME_ID = "0195b1c2-7a3e-7c41-9d52-3f0a6b8e1d27";

    /** Stands where the table has no word; a test finds it. */
    static final String UNKNOWN = "…";

    private static final String SOME_TIME = "2026-03-01T09:00:00.000Z";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, ObjectNode> schemas;

    ExampleAnswers(Map<String, ObjectNode> schemas) {
        this.schemas = schemas;
    }

    JsonNode of(ObjectNode schema) {
        return value(schema, null);
    }

    /** @param given what the table says of the field, null where it is none */
    private JsonNode value(JsonNode schema, @Nullable String given) {
        if (given != null) {
            return parse(given, schema.path("type").toString().contains("string"));
        }
        var nodes = JsonNodeFactory.instance;
        if (schema.has("$ref")) {
            var name = JsonNodes.referred(schema);
            return members(name, schemas.getOrDefault(name, JsonNodes.object()));
        }
        if (schema.has("anyOf")) {
            return value(schema.get("anyOf").get(0), null);
        }
        var type = schema.path("type");
        if (type.isArray() || type.isMissingNode()) {
            return nodes.nullNode();
        }
        return switch (type.stringValue()) {
            case "array" ->
                schema.path("maxItems").asInt(1) == 0
                        ? JsonNodes.array(List.of())
                        : JsonNodes.array(List.of(value(schema.get("items"), null)));
            case "object" -> nodes.objectNode();
            case "boolean" -> nodes.booleanNode(true);
            case "integer", "number" -> nodes.numberNode(1);
            default ->
                switch (schema.path("format").asString("")) {
                    case "uuid" -> nodes.stringNode(SOME_ID);
                    case "date-time" -> nodes.stringNode(SOME_TIME);
                    default -> nodes.stringNode(UNKNOWN);
                };
        };
    }

    private JsonNode members(String name, ObjectNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        var members = JsonNodes.object();
        schema.path("properties").propertyStream().forEach(member -> {
            var field = member.getKey();
            var given = table(name + "." + field);
            if ("null".equals(given == null ? table(field) : given)
                    && member.getValue().path("type").isString()) {
                // One of those that are left out instead of being null.
                return;
            }
            var known = member.getValue().has("$ref") || member.getValue().has("anyOf");
            members.set(field, value(member.getValue(), given == null && !known ? table(field) : given));
        });
        return members;
    }

    private static @Nullable String table(String key) {
        var columns = DocumentTables.EXAMPLES.get(key);
        return columns == null ? null : columns.getFirst();
    }

    private static JsonNode parse(String text, boolean word) {
        if (word && !text.equals("null")) {
            return JsonNodeFactory.instance.stringNode(text);
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException bare) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }
}
