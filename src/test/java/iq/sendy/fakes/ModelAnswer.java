package iq.sendy.fakes;

import iq.sendy.llm.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model says, before it is put into a wire.
 *
 * @param input tokens; without any, nobody says what it cost
 * @param ending of OpenAI's words: {@code stop}, {@code length}, {@code content_filter}, {@code tool_calls}
 */
public record ModelAnswer(
        @Nullable String text, List<ToolCall> calls, long input, long cached, long output, String ending) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The body of a 200, in the wire that the call speaks. */
    String to(ModelCall call) {
        return (call.speaksAnthropic() ? anthropic(call) : openAi(call)).toString();
    }

    private ObjectNode openAi(ModelCall call) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("id", "chatcmpl-1").put("object", "chat.completion").put("model", call.model());
        var choice = body.putArray("choices").addObject().put("index", 0);
        var message = choice.putObject("message").put("role", "assistant").put("content", text);
        if (!calls.isEmpty()) {
            var list = message.putArray("tool_calls");
            calls.forEach(each -> list.addObject()
                    .put("id", each.id())
                    .put("type", "function")
                    .putObject("function")
                    .put("name", each.name())
                    .put("arguments", each.arguments()));
        }
        choice.put("finish_reason", ending);
        if (input > 0) {
            var usage = body.putObject("usage").put("prompt_tokens", input).put("completion_tokens", output);
            usage.put("total_tokens", input + output);
            usage.putObject("prompt_tokens_details").put("cached_tokens", cached);
        }
        return body;
    }

    private ObjectNode anthropic(ModelCall call) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("id", "msg_1").put("type", "message").put("role", "assistant").put("model", call.model());
        var content = body.putArray("content");
        if (text != null) {
            content.addObject().put("type", "text").put("text", text);
        }
        calls.forEach(each -> input(
                content.addObject().put("type", "tool_use").put("id", each.id()).put("name", each.name()),
                each.arguments()));
        body.put("stop_reason", stopReason());
        if (input > 0) {
            body.putObject("usage")
                    .put("input_tokens", input - cached)
                    .put("cache_read_input_tokens", cached)
                    .put("cache_creation_input_tokens", 0)
                    .put("output_tokens", output);
        }
        return body;
    }

    /** What is no JSON stands as a text, where an object should be. */
    private static void input(ObjectNode block, String arguments) {
        try {
            block.set("input", JSON.readTree(arguments));
        } catch (RuntimeException malformed) {
            block.put("input", arguments);
        }
    }

    private String stopReason() {
        return switch (ending) {
            case "length" -> "max_tokens";
            case "content_filter" -> "refusal";
            case "tool_calls" -> "tool_use";
            default -> "end_turn";
        };
    }
}
