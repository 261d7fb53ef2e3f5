package iq.sendy.webhooks.web;

import iq.sendy.platform.api.JsonSchemaSource;
import iq.sendy.webhooks.model.EventBody;
import iq.sendy.webhooks.model.EventType;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema of the bodies that are delivered, made from the records that write them. */
final class EventSchemas {

    private EventSchemas() {}

    /** The whole body of a type, with its resource's shape in {@code data}. */
    static ObjectNode of(EventType type, Class<?> shape, JsonSchemaSource schemas) {
        var schema = schemas.of(EventBody.class);
        var definitions = (ObjectNode) schema.get("$defs");
        var data = schemas.of(shape);
        ((ObjectNode) data.get("$defs"))
                .properties()
                .forEach(definition -> definitions.set(definition.getKey(), definition.getValue()));
        var event = (ObjectNode) definitions.get("StoreEvent").get("properties");
        event.putObject("event_type").put("const", type.toString());
        event.putObject("event_id").put("type", "string").put("pattern", "^evt_[0-9a-f-]{36}$");
        event.set("data", data.get("$ref") == null ? data : reference(data));
        ((ObjectNode) definitions.get("EventResource").get("properties"))
                .putObject("type")
                .put("const", type.resource());
        return schema.put("title", type.toString()).put("description", type.description());
    }

    private static ObjectNode reference(ObjectNode data) {
        var reference = data.objectNode();
        reference.set("$ref", data.get("$ref"));
        return reference;
    }
}
