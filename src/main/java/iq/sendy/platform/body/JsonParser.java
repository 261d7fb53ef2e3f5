package iq.sendy.platform.body;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON as strictly as the contract: UTF-8, with or without the mark that Windows sets before it, one value, no name
 * twice in an object, depth at most 32, no NUL and no half of a surrogate pair. Numbers keep every digit. A tree takes many times the bytes of a text that is all brackets, so
 * its parts are counted.
 */
final class JsonParser {

    /** An order of 200 lines has some two thousand. */
    private static final int MOST_TOKENS = 50_000;

    /** 500 orders of 200 lines with every field of theirs have a good million, and fit into the bytes of a bulk call. */
    private static final int MOST_TOKENS_OF_BULK = 1_200_000;

    private static final JsonFactory PLAIN = strict(MOST_TOKENS, 1 << 20);
    private static final JsonFactory BULK = strict(MOST_TOKENS_OF_BULK, Body.BULK);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Seen by the object that is filled; a set of names beside each one is what made empty objects dear.
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private JsonParser() {}

    private static JsonFactory strict(int tokens, int longest) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(32)
                        .maxNumberLength(400)
                        .maxNameLength(longest)
                        .maxStringLength(longest)
                        .maxTokenCount(tokens)
                        .build())
                .build();
    }

    /**
     * The object that these bytes are.
     *
     * @param most how many bytes the operation takes
     */
    static ObjectNode object(byte[] bytes, int most) {
        var tree = tree(bytes, most > 1 << 20 ? BULK : PLAIN);
        if (tree instanceof ObjectNode object) {
            refuseUnstorable(object);
            return object;
        }
        throw malformed();
    }

    private static JsonNode tree(byte[] bytes, JsonFactory factory) {
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(unmarked(bytes)).toString();
            // A copy has a table of names of its own: what strangers name is forgotten with their body.
            try (var parser = factory.copy().createParser(ObjectReadContext.empty(), text)) {
                return MAPPER.readTree(parser);
            }
        } catch (CharacterCodingException | RuntimeException unreadable) {
            // The parser throws more than its own exceptions: an exponent beyond 32 bits is a NumberFormatException.
            throw malformed();
        }
    }

    private static ByteBuffer unmarked(byte[] bytes) {
        var marked = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return ByteBuffer.wrap(bytes, marked ? 3 : 0, bytes.length - (marked ? 3 : 0));
    }

    /** PostgreSQL stores neither NUL nor half a pair, and neither is anything a person wrote. */
    static void refuseUnstorable(JsonNode node) {
        if (node.isString()) {
            refuseUnstorable(node.stringValue());
        }
        node.forEach(JsonParser::refuseUnstorable);
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(JsonParser::refuseUnstorable);
        }
    }

    private static void refuseUnstorable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw malformed();
            }
        }
    }

    static RequestRejected malformed() {
        return new RequestRejected(HttpStatus.BAD_REQUEST, Violation.of("json.malformed"));
    }
}
