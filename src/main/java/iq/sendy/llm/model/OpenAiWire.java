package iq.sendy.llm.model;

import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ChatOutcome.TurnFault;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTool;
import iq.sendy.llm.ChatTurn.AssistantTurn;
import iq.sendy.llm.ChatTurn.ToolTurn;
import iq.sendy.llm.ChatTurn.UserTurn;
import iq.sendy.llm.ChatUsage;
import iq.sendy.llm.ToolCall;
import iq.sendy.llm.TurnFaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Chat Completions of OpenAI, which many other servers speak, too. */
public final class OpenAiWire implements ChatWire {

    private static final String TEXT = "content";

    @Override
    public String path() {
        return "/chat/completions";
    }

    @Override
    public Map<String, String> headers(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }

    @Override
    public ObjectNode body(ChatRequest request) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("model", request.model());
        var messages = body.putArray("messages");
        message(messages, "system").put(TEXT, request.system());
        for (var turn : ChatTurns.merged(request.turns())) {
            switch (turn) {
                case UserTurn(var text) -> message(messages, "user").put(TEXT, text);
                case AssistantTurn said -> assistant(message(messages, "assistant"), said);
                case ToolTurn(var answers) ->
                    answers.forEach(answer -> message(messages, "tool")
                            .put("tool_call_id", answer.callId())
                            .put(TEXT, answer.json()));
            }
        }
        if (!request.tools().isEmpty()) {
            var tools = body.putArray("tools");
            request.tools().forEach(tool -> tool(tools.addObject(), tool));
        }
        // What models think counts, too: the older max_tokens is refused by those that think.
        body.put("max_completion_tokens", request.maxOutputTokens());
        body.put("store", false);
        if (request.endUser() != null) {
            body.put("safety_identifier", request.endUser());
        }
        return body;
    }

    private static ObjectNode message(ArrayNode messages, String role) {
        return messages.addObject().put("role", role);
    }

    private static void assistant(ObjectNode message, AssistantTurn said) {
        message.put(TEXT, said.text());
        if (!said.calls().isEmpty()) {
            var calls = message.putArray("tool_calls");
            said.calls()
                    .forEach(call -> calls.addObject()
                            .put("id", call.id())
                            .put("type", "function")
                            .putObject("function")
                            .put("name", call.name())
                            .put("arguments", call.arguments()));
        }
    }

    private static void tool(ObjectNode node, ChatTool tool) {
        node.put("type", "function")
                .putObject("function")
                .put("name", tool.name())
                .put("description", tool.description())
                .set("parameters", Answers.ours(tool.schema()));
    }

    @Override
    public ChatOutcome read(JsonNode tree, ChatRequest request, @Nullable String requestId) {
        var choice = tree.path("choices").path(0);
        var message = choice.path("message");
        var id = Answers.id(tree, requestId);
        var text = Answers.text(message.path(TEXT));
        var calls = calls(message.path("tool_calls"));
        var usage = usage(tree.path("usage"), request, text, calls == null ? List.of() : calls);
        if (!message.isObject()) {
            return new TurnFault(TurnFaultKind.UNREADABLE, usage, id);
        }
        return switch (Answers.word(choice.path("finish_reason"))) {
            case "length" -> new TurnFault(TurnFaultKind.CUT_OFF, usage, id);
            case "content_filter" -> new TurnFault(TurnFaultKind.REFUSED, usage, id);
            default -> finished(message, text, calls, usage, id);
        };
    }

    private static ChatOutcome finished(
            JsonNode message,
            @Nullable String text,
            @Nullable List<ToolCall> calls,
            ChatUsage usage,
            @Nullable String id) {
        if (!Answers.word(message.path("refusal")).isBlank()) {
            return new TurnFault(TurnFaultKind.REFUSED, usage, id);
        }
        return calls == null
                ? new TurnFault(TurnFaultKind.UNREADABLE, usage, id)
                : Answers.answer(text, calls, usage, id);
    }

    /** Null where one of them can not be read. */
    private static @Nullable List<ToolCall> calls(JsonNode nodes) {
        var calls = new ArrayList<ToolCall>();
        for (var node : nodes.values()) {
            var function = node.path("function");
            var id = Answers.word(node.path("id"));
            var name = Answers.word(function.path("name"));
            // Some servers give the object itself instead of its text.
            var arguments = function.path("arguments").isObject()
                    ? function.path("arguments").toString()
                    : Answers.text(function.path("arguments"));
            var object = arguments == null ? null : Answers.object(arguments).orElse(null);
            if (id.isBlank() || name.isBlank() || arguments == null || object == null) {
                return null;
            }
            calls.add(new ToolCall(id, name, arguments.isBlank() ? object.toString() : arguments));
        }
        return List.copyOf(calls);
    }

    private static ChatUsage usage(JsonNode usage, ChatRequest request, @Nullable String text, List<ToolCall> calls) {
        var input = Answers.tokens(usage.path("prompt_tokens"));
        if (input == 0 || !usage.path("completion_tokens").isIntegralNumber()) {
            return Answers.estimated(request, text, calls);
        }
        var read = usage.path("prompt_tokens_details");
        return new ChatUsage(
                input,
                Answers.tokens(usage.path("completion_tokens")),
                Answers.tokens(read.path("cached_tokens")),
                Answers.tokens(read.path("cache_write_tokens")),
                Answers.tokens(usage.path("completion_tokens_details").path("reasoning_tokens")),
                false);
    }

    @Override
    public ProviderTrouble trouble(int status, JsonNode tree, @Nullable Duration wait, Instant now) {
        var error = tree.path("error");
        return ProviderTroubles.openAi(
                status, Answers.word(error.path("type")), Answers.word(error.path("code")), wait);
    }
}
