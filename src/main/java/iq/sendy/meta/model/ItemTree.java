package iq.sendy.meta.model;

import iq.sendy.kernel.Digits;
import java.math.BigDecimal;
import java.util.function.IntConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Bounded tree of one item. What is too deep in it, or too much, is left out as if it were null: the rest can be read. All
 * text in it can be stored.
 */
final class ItemTree {

    /** The deepest that is known, a template's, has ten. */
    private static final int DEEPEST = 24;

    /** The largest that is known, an order of thirty products, has some three hundred. */
    private static final int MOST_PARTS = 4_000;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_WHOLE = 18;
    private static final int LONGEST_NUMBER = 40;

    private final JsonParser parser;
    private final int most;
    private int left;

    private ItemTree(JsonParser parser, int most) {
        this.parser = parser;
        this.most = Math.min(most, MOST_PARTS);
        this.left = this.most;
    }

    /**
     * The value that the parser stands at the beginning of; it is left at its end.
     *
     * @param parts how many parts it may have
     * @param used is told how many it has
     */
    static JsonNode of(JsonParser parser, int parts, IntConsumer used) {
        var tree = new ItemTree(parser, parts);
        var value = tree.value(0);
        used.accept(tree.most - Math.max(tree.left, 0));
        return value;
    }

    private JsonNode value(int depth) {
        left--;
        if (left < 0 || depth > DEEPEST) {
            parser.skipChildren();
            return NullNode.getInstance();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> StringNode.valueOf(text(parser.getString(), LONGEST_TEXT));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            default -> NullNode.getInstance();
        };
    }

    private ObjectNode object(int depth) {
        var object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            var value = value(depth + 1);
            if (left >= 0) {
                object.set(text(name, LONGEST_NAME), value);
            }
        }
        return object;
    }

    private ArrayNode array(int depth) {
        var array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var value = value(depth + 1);
            if (left >= 0) {
                array.add(value);
            }
        }
        return array;
    }

    private static String text(String sent, int most) {
        return SentText.storable(SentText.cut(sent, most));
    }

    /** One that no column takes becomes a text. */
    private static JsonNode number(String digits) {
        if (Digits.only(digits, LONGEST_WHOLE)) {
            return LongNode.valueOf(Long.parseLong(digits));
        }
        var plain = digits.length() <= LONGEST_NUMBER && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
        return plain
                ? DecimalNode.valueOf(new BigDecimal(digits))
                : StringNode.valueOf(SentText.cut(digits, LONGEST_NUMBER));
    }
}
