package iq.sendy.meta.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Members of an item, whichever of the types that Meta has used for them they come as. */
final class ItemFields {

    /** Ids of messages have some eighty characters; one that was cut would be another's. */
    private static final int LONGEST_ID = 500;

    private ItemFields() {}

    /** A text or a number as a text, not empty; null for what is missing or anything else. */
    static @Nullable String word(JsonNode node, String... path) {
        var found = node;
        for (var name : path) {
            found = found.path(name);
        }
        if (!found.isString() && !found.isNumber()) {
            return null;
        }
        var word = found.asString().strip();
        return word.isEmpty() ? null : word;
    }

    /** An id of Meta; null for what is missing, and for what is too long to be one. */
    static @Nullable String id(JsonNode node, String... path) {
        var word = word(node, path);
        return word == null || word.length() > LONGEST_ID ? null : word;
    }

    static String requiredId(JsonNode node, String... path) {
        var id = id(node, path);
        if (id == null) {
            throw new UnreadableItem("No " + String.join(".", path));
        }
        return id;
    }

    /** A line of text, cleaned. */
    static @Nullable String line(JsonNode node, String... path) {
        return SentText.line(word(node, path));
    }

    /** Lines of text, cleaned. */
    static @Nullable String lines(JsonNode node, String... path) {
        return SentText.lines(word(node, path));
    }

    /** Whether it says so, as {@code true} or as a text of it. */
    static boolean flag(JsonNode node, String name) {
        var flag = node.path(name);
        return flag.isBoolean() ? flag.booleanValue() : "true".equals(word(node, name));
    }
}
