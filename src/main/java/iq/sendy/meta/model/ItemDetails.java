package iq.sendy.meta.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a kind of message has beside its text, as JSON in our names; what is not there has no member. */
final class ItemDetails {

    private static final int LONGEST = 32 << 10;

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    /** An item as it came. */
    static @Nullable String raw(JsonNode item) {
        return new ItemDetails().put("raw", item).json();
    }

    ItemDetails put(String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
        return this;
    }

    ItemDetails put(String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            node.set(name, value);
        }
        return this;
    }

    /** A member that says yes; no is not said. */
    ItemDetails mark(String name, boolean holds) {
        if (holds) {
            node.put(name, true);
        }
        return this;
    }

    /** Lines of text, from members of another name. */
    ItemDetails lines(JsonNode from, Map<String, String> names) {
        names.forEach((theirs, ours) -> put(ours, ItemFields.line(from, theirs)));
        return this;
    }

    ObjectNode node() {
        return node;
    }

    /** Null when there is nothing; of what is too much to keep with a message, the delivery has the rest for a while. */
    @Nullable
    String json() {
        if (node.isEmpty()) {
            return null;
        }
        var json = node.toString();
        return json.length() <= LONGEST ? json : "{\"tooLong\":true}";
    }
}
