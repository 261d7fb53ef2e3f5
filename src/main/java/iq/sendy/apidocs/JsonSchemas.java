package iq.sendy.apidocs;

import iq.sendy.platform.api.JsonSchemaSource;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema (2020-12) of a record that Jackson writes, complete in itself: what it refers to stands in {@code $defs}. */
@Component
class JsonSchemas implements JsonSchemaSource {

    private static final String IN_DOCUMENT = "#/components/schemas/";
    private static final String IN_SCHEMA = "#/$defs/";

    @Override
    public ObjectNode of(Class<?> type) {
        var definitions = new TreeMap<String, ObjectNode>();
        var root = new AnswerSchemas(definitions).of(type);
        var schema = JsonNodes.object().put("$schema", "https://json-schema.org/draft/2020-12/schema");
        // A record is a reference to its definition.
        schema.setAll(root);
        var all = schema.putObject("$defs");
        definitions.forEach(all::set);
        pointInwards(schema);
        return schema;
    }

    private static void pointInwards(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                var reference = object.get("$ref");
                if (reference != null && reference.isString()) {
                    object.put("$ref", reference.stringValue().replace(IN_DOCUMENT, IN_SCHEMA));
                }
                object.properties().stream().map(Map.Entry::getValue).forEach(JsonSchemas::pointInwards);
            }
            case ArrayNode array -> array.forEach(JsonSchemas::pointInwards);
            default -> {}
        }
    }
}
