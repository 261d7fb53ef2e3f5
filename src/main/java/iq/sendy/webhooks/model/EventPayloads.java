package iq.sendy.webhooks.model;

import iq.sendy.kernel.Bytes;
import java.util.Comparator;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of events as the bytes that every attempt sends. */
public final class EventPayloads {

    public static final int MOST_BYTES = 64 * 1024;

    private EventPayloads() {}

    /**
     * Writes a body. One that would be too long loses what is in its longest lists and says {@code "truncated": true} in
     * {@code data}: the receiver reads the resource by its id.
     */
    public static Bytes freeze(JsonMapper json, EventBody body) {
        var bytes = json.writeValueAsBytes(body);
        if (bytes.length <= MOST_BYTES) {
            return Bytes.of(bytes);
        }
        var tree = (ObjectNode) json.readTree(bytes);
        var data = (ObjectNode) tree.get("data");
        data.put("truncated", true);
        while (bytes.length > MOST_BYTES) {
            shorten(data);
            bytes = json.writeValueAsBytes(tree);
        }
        return Bytes.of(bytes);
    }

    private static void shorten(ObjectNode data) {
        var longest = data.properties().stream()
                .filter(member -> member.getValue() instanceof ArrayNode list && !list.isEmpty())
                .max(Comparator.comparingInt(
                        member -> member.getValue().toString().length()));
        if (longest.isPresent()) {
            ((ArrayNode) longest.get().getValue()).removeAll();
            return;
        }
        // No resource has a text this long; it is cut rather than the change refused.
        data.properties().stream()
                .filter(member -> member.getValue().isString())
                .max(Comparator.comparingInt(EventPayloads::length))
                .ifPresent(member -> data.put(member.getKey(), ""));
    }

    private static int length(Map.Entry<String, JsonNode> member) {
        return member.getValue().stringValue().length();
    }
}
