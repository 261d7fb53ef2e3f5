package iq.sendy.platform.openapi;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What an operation answers when it is done: a file, or an envelope that is a component with an example. */
final class Successes {

    private static final String EMPTY = "Empty";

    private final AnswerSchemas answers;
    private final Map<String, ObjectNode> schemas;
    private final Map<String, ObjectNode> examples = new TreeMap<>();

    Successes(AnswerSchemas answers, Map<String, ObjectNode> schemas) {
        this.answers = answers;
        this.schemas = schemas;
    }

    Map<String, ObjectNode> examples() {
        return examples;
    }

    void write(ObjectNode response, Operation operation) {
        response.put("description", "Done");
        var headers = response.putObject("headers");
        Headers.common(headers, operation);
        if (operation.repeatable()) {
            Headers.refer(headers, "Idempotency-Replayed");
        }
        if (operation.lasting()) {
            Headers.refer(headers, "ETag");
        }
        Headers.refer(headers, "Content-Language");
        var content = response.putObject("content");
        var data = operation.data();
        if (data == null) {
            var types = operation.files();
            types.forEach(type ->
                    content.putObject(type).set("schema", Nodes.type("string").put("format", "binary")));
            if (types.isEmpty()) {
                content.putObject("*/*").putObject("schema");
            }
            return;
        }
        var name = envelope(answers.of(data));
        var json = content.putObject("application/json");
        json.set("schema", Nodes.reference("schemas", name));
        json.putObject("examples").set("done", Nodes.reference("examples", name));
    }

    /** The name of the envelope with this data, which is added when it is not there yet. */
    private String envelope(ObjectNode data) {
        var name = name(data) + "Response";
        if (!schemas.containsKey(name)) {
            var schema = Nodes.type("object");
            schemas.put(name, schema);
            var properties = schema.putObject("properties");
            properties.set("success", Nodes.type("boolean").put("description", "Always true"));
            properties.set("message", Nodes.type("string").put("description", "For people, in their language"));
            properties.set("data", data);
            var errors = Nodes.type("array").put("maxItems", 0);
            errors.set("items", Nodes.reference("schemas", Refusals.ITEM));
            properties.set("errors", errors);
            schema.set(
                    "required", Nodes.words(properties.propertyNames().stream().toList()));
            var example = Nodes.object();
            example.set("value", new Samples(schemas).of(Nodes.reference("schemas", name)));
            examples.put(name, example);
        }
        return name;
    }

    private static String name(ObjectNode data) {
        if (data.has("items")) {
            return name((ObjectNode) data.get("items")) + "List";
        }
        return data.has("$ref") ? Nodes.referred(data) : EMPTY;
    }
}
