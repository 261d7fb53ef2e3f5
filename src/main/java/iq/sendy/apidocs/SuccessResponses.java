package iq.sendy.apidocs;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What an operation answers when it is done: a file, an envelope that is a component with an example, or either. */
final class SuccessResponses {

    private static final String EVENTS = "text/event-stream";
    private static final String EMPTY = "Empty";

    private final AnswerSchemas answers;
    private final Map<String, ObjectNode> schemas;
    private final Map<String, ObjectNode> examples = new TreeMap<>();

    SuccessResponses(AnswerSchemas answers, Map<String, ObjectNode> schemas) {
        this.answers = answers;
        this.schemas = schemas;
    }

    Map<String, ObjectNode> examples() {
        return examples;
    }

    void write(ObjectNode response, ApiOperation apiOperation) {
        response.put("description", "Done");
        var headers = response.putObject("headers");
        ResponseHeaders.common(headers, apiOperation);
        if (apiOperation.repeatable()) {
            ResponseHeaders.refer(headers, "Idempotency-Replayed");
        }
        if (apiOperation.lasting()) {
            ResponseHeaders.refer(headers, "ETag");
        }
        ResponseHeaders.refer(headers, "Content-Language");
        var content = response.putObject("content");
        var data = apiOperation.data();
        var types = apiOperation.files();
        types.forEach(type -> content.putObject(type).set("schema", file(type)));
        if (data == null) {
            if (types.isEmpty()) {
                content.putObject("*/*").putObject("schema");
            }
            return;
        }
        var name = envelope(answers.of(data));
        var json = content.putObject("application/json");
        json.set("schema", JsonNodes.reference("schemas", name));
        json.putObject("examples").set("done", JsonNodes.reference("examples", name));
    }

    /** A stream of events is text that is read as it comes; every other file is bytes. */
    private static ObjectNode file(String type) {
        var schema = JsonNodes.type("string");
        return type.equals(EVENTS) ? schema : schema.put("format", "binary");
    }

    /** The name of the envelope with this data, which is added when it is not there yet. */
    private String envelope(ObjectNode data) {
        var name = name(data) + "Response";
        if (!schemas.containsKey(name)) {
            var schema = JsonNodes.type("object");
            schemas.put(name, schema);
            var properties = schema.putObject("properties");
            properties.set("success", JsonNodes.type("boolean").put("description", "Always true"));
            properties.set("message", JsonNodes.type("string").put("description", "For people, in their language"));
            properties.set("data", data);
            var errors = JsonNodes.type("array").put("maxItems", 0);
            errors.set("items", JsonNodes.reference("schemas", RefusalResponses.ITEM));
            properties.set("errors", errors);
            schema.set(
                    "required",
                    JsonNodes.words(properties.propertyNames().stream().toList()));
            var example = JsonNodes.object();
            example.set("value", new ExampleAnswers(schemas).of(JsonNodes.reference("schemas", name)));
            examples.put(name, example);
        }
        return name;
    }

    private static String name(ObjectNode data) {
        if (data.has("items")) {
            return name((ObjectNode) data.get("items")) + "List";
        }
        return data.has("$ref") ? JsonNodes.referred(data) : EMPTY;
    }
}
