package iq.sendy.platform.openapi;

import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Enums as components: one type for every client, whichever request, answer or filter has it. */
final class Enums {

    private Enums() {}

    /** A reference to the enum's schema, which is added when it is not there yet. */
    static ObjectNode reference(Class<?> type, Map<String, ObjectNode> components) {
        var name = Names.schema(type);
        components.computeIfAbsent(name, _ -> {
            var schema = Nodes.type("string");
            schema.set(
                    "enum",
                    Nodes.words(Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .toList()));
            return schema;
        });
        return Nodes.reference("schemas", name);
    }
}
