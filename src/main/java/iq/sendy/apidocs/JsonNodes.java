package iq.sendy.apidocs;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Small pieces of JSON. */
final class JsonNodes {

    private JsonNodes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(List<? extends JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }

    static ArrayNode words(List<String> words) {
        var array = JsonNodeFactory.instance.arrayNode();
        words.forEach(array::add);
        return array;
    }

    static ObjectNode type(String type) {
        return object().put("type", type);
    }

    static ObjectNode reference(String kind, String name) {
        return object().put("$ref", "#/components/" + kind + "/" + name);
    }

    /** The name of the component that a reference leads to. */
    static String referred(JsonNode reference) {
        var path = reference.path("$ref").asString("");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The same schema, with {@code null} allowed. */
    static ObjectNode nullable(ObjectNode schema) {
        var type = schema.get("type");
        if (type != null && type.isString()) {
            schema.set("type", words(List.of(type.stringValue(), "null")));
            return schema;
        }
        if (schema.has("$ref") || schema.has("oneOf")) {
            var either = object();
            either.set("anyOf", array(List.of(schema, type("null"))));
            return either;
        }
        return schema;
    }
}
