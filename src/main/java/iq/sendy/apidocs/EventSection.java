package iq.sendy.apidocs;

import iq.sendy.platform.api.EventDescription;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document's section of webhooks: each event with the schema of its body. They stand among the components and are referred
 * to, since openapi-generator takes what stands in the section itself for calls that a client makes.
 */
final class EventSection {

    private final AnswerSchemas answers;
    private final Map<String, ObjectNode> schemas;

    EventSection(AnswerSchemas answers, Map<String, ObjectNode> schemas) {
        this.answers = answers;
        this.schemas = schemas;
    }

    void write(ObjectNode section, ObjectNode items, List<EventDescription> events) {
        for (var event : events) {
            section.set(event.type(), JsonNodes.reference("pathItems", event.type()));
            var post = items.putObject(event.type()).putObject("post");
            post.put("summary", event.description());
            post.put(
                    "description",
                    "Sent to every subscription that listens to it; any 2xx within the time limit is taken.");
            post.put("operationId", id(event.type()));
            // A signature and no credential: docs/webhooks.md.
            post.putArray("security");
            var request = post.putObject("requestBody").put("required", true);
            var schema = JsonNodes.reference("schemas", body(event));
            request.putObject("content").putObject("application/json").set("schema", schema);
            post.putObject("responses").putObject("200").put("description", "Taken");
        }
    }

    /** {@code onOrderStatusChanged} of {@code order.status_changed}. */
    private static String id(String type) {
        var id = new StringBuilder("on");
        var begins = true;
        for (var i = 0; i < type.length(); i++) {
            var letter = type.charAt(i);
            if (letter == '.' || letter == '_') {
                begins = true;
            } else {
                id.append(begins ? Character.toUpperCase(letter) : letter);
                begins = false;
            }
        }
        return id.toString();
    }

    /** The body of every event, with this one's resource in it. */
    private String body(EventDescription event) {
        var common = schemas.get(JsonNodes.referred(answers.of(event.body())));
        var data = answers.of(event.data());
        var name = JsonNodes.referred(data) + "Event";
        if (common != null && !schemas.containsKey(name)) {
            var schema = common.deepCopy();
            ((ObjectNode) schema.get("properties")).set("data", data);
            schemas.put(name, schema);
        }
        return name;
    }
}
