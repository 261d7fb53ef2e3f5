package iq.sendy.apidocs.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Prose of JSON Schemas: puts those of the document into words. */
final class SchemaReader {

    /** What stands where anything may. */
    static final String ANY = "any";

    private static final String REFERENCE = "$ref";
    private static final String NAMES = "x-sendy-ref";

    private final JsonNode document;

    /** @param document where references lead to */
    SchemaReader(JsonNode document) {
        this.document = document;
    }

    /** What a reference leads to; the node itself when it is none. */
    JsonNode follow(JsonNode node) {
        var reference = node.path(REFERENCE).asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** What an object, or an element of a list of them, consists of. */
    List<SchemaField> members(JsonNode schema) {
        return members(element(schema), Set.of());
    }

    /** A schema with a name of its own for it. */
    SchemaField field(String name, JsonNode schema, boolean required) {
        return field(name, schema, required, Set.of());
    }

    String type(JsonNode schema) {
        var bare = present(schema);
        if (bare.has("items")) {
            return "list of " + type(bare.get("items"));
        }
        var target = follow(bare);
        var values = target.path("additionalProperties");
        if (values.isObject() && !target.has("properties")) {
            return "map of " + type(values);
        }
        var name = component(bare);
        if (!name.isEmpty()) {
            return name;
        }
        return target.path("format").asString(word(target.path("type")));
    }

    private static String word(JsonNode type) {
        return type.isArray()
                ? type.valueStream()
                        .map(one -> one.asString(""))
                        .filter(one -> !one.equals("null"))
                        .findFirst()
                        .orElse(ANY)
                : type.asString(ANY);
    }

    private SchemaField field(String name, JsonNode schema, boolean required, Set<String> above) {
        var bare = present(schema);
        var element = element(schema);
        var notes = new ArrayList<String>();
        addIfThere(
                notes,
                schema.path("description").asString(bare.path("description").asString("")));
        addIfThere(notes, Bounds.of(bare));
        var named = element.path(NAMES).asString(schema.path(NAMES).asString(""));
        addIfThere(notes, named.isEmpty() ? "" : "names one " + named.replace('_', ' '));
        if (nullable(schema)) {
            notes.add("may be null");
        }
        var words = follow(element)
                .path("enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return new SchemaField(name, type(schema), required, List.copyOf(notes), words, members(element, above));
    }

    private List<SchemaField> members(JsonNode schema, Set<String> above) {
        var name = component(schema);
        if (above.contains(name)) {
            return List.of();
        }
        var path = new TreeSet<>(above);
        if (!name.isEmpty()) {
            path.add(name);
        }
        var target = follow(schema);
        var members = new ArrayList<SchemaField>();
        target.path("oneOf").forEach(one -> members.add(field("either", one, false, path)));
        target.path("properties").propertyStream().forEach(member -> {
            var required = target.path("required")
                    .valueStream()
                    .anyMatch(one -> one.asString("").equals(member.getKey()));
            members.add(field(member.getKey(), member.getValue(), required, path));
        });
        return List.copyOf(members);
    }

    /** Without the lists around it and the null beside it. */
    private JsonNode element(JsonNode schema) {
        var bare = present(schema);
        var target = follow(bare);
        if (target.has("items")) {
            return element(target.get("items"));
        }
        var values = target.path("additionalProperties");
        return values.isObject() && !target.has("properties") ? element(values) : bare;
    }

    private static JsonNode present(JsonNode schema) {
        return schema.path("anyOf")
                .valueStream()
                .filter(one -> !one.path("type").asString("").equals("null"))
                .findFirst()
                .orElse(schema);
    }

    private static boolean nullable(JsonNode schema) {
        return schema.has("anyOf")
                || schema.path("type")
                        .valueStream()
                        .anyMatch(one -> one.asString("").equals("null"));
    }

    private static String component(JsonNode schema) {
        var reference = schema.path(REFERENCE).asString("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static void addIfThere(List<String> notes, String note) {
        if (!note.isEmpty()) {
            notes.add(note);
        }
    }
}
