package iq.sendy.llm.model;

import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ChatOutcome.Answered;
import iq.sendy.llm.ChatOutcome.TurnFault;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatUsage;
import iq.sendy.llm.ToolCall;
import iq.sendy.llm.TurnFaultKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What both wires read the same way. */
final class Answers {

    static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long MOST_TOKENS = 100_000_000;

    private Answers() {}

    /** Text and calls, if they are an answer. */
    static ChatOutcome answer(
            @Nullable String text, List<ToolCall> calls, ChatUsage usage, @Nullable String requestId) {
        var said = text == null || text.isBlank() ? null : text;
        if (said == null && calls.isEmpty()) {
            return new TurnFault(TurnFaultKind.EMPTY, usage, requestId);
        }
        var ids = calls.stream().map(ToolCall::id).distinct().count();
        return ids < calls.size()
                ? new TurnFault(TurnFaultKind.UNREADABLE, usage, requestId)
                : new Answered(said, calls, usage, requestId);
    }

    /** An answer in no shape that is known, of which nobody said what it cost. */
    static ChatOutcome unreadable(ChatRequest request, @Nullable String requestId) {
        return new TurnFault(TurnFaultKind.UNREADABLE, estimated(request, null, List.of()), requestId);
    }

    static ChatUsage estimated(ChatRequest request, @Nullable String text, List<ToolCall> calls) {
        return new ChatUsage(TokenEstimate.input(request), TokenEstimate.output(text, calls), 0, 0, 0, true);
    }

    /** Empty where it is no object. */
    static Optional<JsonNode> object(String text) {
        try {
            // A tool without arguments is called with an empty text by some servers.
            var tree = text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
            return tree.isObject() ? Optional.of(tree) : Optional.empty();
        } catch (RuntimeException noJson) {
            // The parser throws more than its own exceptions: an exponent beyond 32 bits is a NumberFormatException.
            return Optional.empty();
        }
    }

    /** A schema or arguments of ours, which are JSON. */
    static JsonNode ours(String text) {
        return JSON.readTree(text);
    }

    static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    static String word(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }

    static @Nullable String id(JsonNode tree, @Nullable String ofHead) {
        return ofHead == null ? text(tree.path("id")) : ofHead;
    }

    /** Tokens that were said; 0 where none were. */
    static long tokens(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() ? Math.clamp(node.longValue(), 0, MOST_TOKENS) : 0;
    }
}
