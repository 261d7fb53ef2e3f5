package iq.sendy.apidocs;

import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Enums as components: one type for every client, whichever request, answer or filter has it. */
final class EnumSchemas {

    private EnumSchemas() {}

    /** A reference to the enum's schema, which is added when it is not there yet. */
    static ObjectNode reference(Class<?> type, Map<String, ObjectNode> components) {
        var name = SchemaNames.schema(type);
        components.computeIfAbsent(name, _ -> {
            var schema = JsonNodes.type("string");
            schema.set(
                    "enum",
                    JsonNodes.words(Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .toList()));
            return schema;
        });
        return JsonNodes.reference("schemas", name);
    }
}
