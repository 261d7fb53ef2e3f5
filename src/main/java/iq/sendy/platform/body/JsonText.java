package iq.sendy.platform.body;

import iq.sendy.platform.api.Fault;
import iq.sendy.platform.api.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON as strictly as the contract: UTF-8, one value, no name twice in an object, depth at most 32, no NUL and no
 * half of a surrogate pair. Numbers keep every digit.
 */
final class JsonText {

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(400)
                            .maxNameLength(200)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private JsonText() {}

    static ObjectNode object(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (STRICT.readTree(text) instanceof ObjectNode object) {
                refuseUnstorable(object);
                return object;
            }
        } catch (CharacterCodingException | JacksonException unreadable) {
            throw malformed();
        }
        throw malformed();
    }

    /** PostgreSQL stores neither NUL nor half a pair, and neither is anything a person wrote. */
    private static void refuseUnstorable(JsonNode node) {
        if (node.isString()) {
            refuseUnstorable(node.stringValue());
        }
        node.forEach(JsonText::refuseUnstorable);
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(JsonText::refuseUnstorable);
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

    static Refused malformed() {
        return new Refused(HttpStatus.BAD_REQUEST, Fault.of("json.malformed"));
    }
}
