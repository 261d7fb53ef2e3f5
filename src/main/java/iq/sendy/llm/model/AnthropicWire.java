package iq.sendy.llm.model;

import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ChatOutcome.TurnFault;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTool;
import iq.sendy.llm.ChatTurn;
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
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages of Anthropic. */
public final class AnthropicWire implements ChatWire {

    private static final String VERSION = "2023-06-01";
    private static final String TYPE = "type";

    @Override
    public String path() {
        return "/v1/messages";
    }

    @Override
    public Map<String, String> headers(String key) {
        return Map.of("x-api-key", key, "anthropic-version", VERSION);
    }

    @Override
    public ObjectNode body(ChatRequest request) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("model", request.model());
        body.put("max_tokens", request.maxOutputTokens());
        // The mark covers the tools, too, which come before: the same for a store from turn to turn.
        text(body.putArray("system"), request.system())
                .putObject("cache_control")
                .put(TYPE, "ephemeral");
        var messages = body.putArray("messages");
        ArrayNode tools = null;
        for (var turn : ChatTurns.merged(request.turns())) {
            if (tools != null && turn instanceof UserTurn(var text)) {
                // What tools answered and what the customer says next is one message of the user's.
                text(tools, text);
                tools = null;
                continue;
            }
            var content = message(messages, turn);
            tools = turn instanceof ToolTurn ? content : null;
        }
        if (!request.tools().isEmpty()) {
            var offered = body.putArray("tools");
            request.tools().forEach(tool -> tool(offered.addObject(), tool));
        }
        if (request.endUser() != null) {
            body.putObject("metadata").put("user_id", request.endUser());
        }
        return body;
    }

    private static ArrayNode message(ArrayNode messages, ChatTurn turn) {
        var message = messages.addObject().put("role", turn instanceof AssistantTurn ? "assistant" : "user");
        var content = message.putArray("content");
        switch (turn) {
            case UserTurn(var text) -> text(content, text);
            case AssistantTurn said -> assistant(content, said);
            case ToolTurn(var answers) ->
                answers.forEach(answer -> content.addObject()
                        .put(TYPE, "tool_result")
                        .put("tool_use_id", answer.callId())
                        .put("content", answer.json()));
        }
        return content;
    }

    private static void assistant(ArrayNode content, AssistantTurn said) {
        if (said.text() != null && !said.text().isBlank()) {
            text(content, said.text());
        }
        said.calls()
                .forEach(call -> content.addObject()
                        .put(TYPE, "tool_use")
                        .put("id", call.id())
                        .put("name", call.name())
                        .set("input", Answers.ours(call.arguments())));
    }

    private static ObjectNode text(ArrayNode content, String text) {
        return content.addObject().put(TYPE, "text").put("text", text);
    }

    private static void tool(ObjectNode node, ChatTool tool) {
        node.put("name", tool.name())
                .put("description", tool.description())
                .set("input_schema", Answers.ours(tool.schema()));
    }

    @Override
    public ChatOutcome read(JsonNode tree, ChatRequest request, @Nullable String requestId) {
        var id = Answers.id(tree, requestId);
        var content = tree.path("content");
        var text = content.values().stream()
                .filter(block -> "text".equals(Answers.word(block.path(TYPE))))
                .map(block -> Answers.text(block.path("text")))
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
        var calls = calls(content);
        var usage = usage(tree.path("usage"), request, text, calls == null ? List.of() : calls);
        if (!content.isArray()) {
            return new TurnFault(TurnFaultKind.UNREADABLE, usage, id);
        }
        return switch (Answers.word(tree.path("stop_reason"))) {
            case "max_tokens", "model_context_window_exceeded" -> new TurnFault(TurnFaultKind.CUT_OFF, usage, id);
            case "refusal" -> new TurnFault(TurnFaultKind.REFUSED, usage, id);
            // Only tools of Anthropic's own pause a turn, and it is offered none.
            case "pause_turn" -> new TurnFault(TurnFaultKind.UNREADABLE, usage, id);
            default ->
                calls == null
                        ? new TurnFault(TurnFaultKind.UNREADABLE, usage, id)
                        : Answers.answer(text, calls, usage, id);
        };
    }

    /** Null where one of them can not be read. */
    private static @Nullable List<ToolCall> calls(JsonNode content) {
        var calls = new ArrayList<ToolCall>();
        for (var block : content.values()) {
            if (!"tool_use".equals(Answers.word(block.path(TYPE)))) {
                continue;
            }
            var id = Answers.word(block.path("id"));
            var name = Answers.word(block.path("name"));
            if (id.isBlank() || name.isBlank() || !block.path("input").isObject()) {
                return null;
            }
            calls.add(new ToolCall(id, name, block.path("input").toString()));
        }
        return List.copyOf(calls);
    }

    /** What came from its cache and went into it is not part of {@code input_tokens} there. */
    private static ChatUsage usage(JsonNode usage, ChatRequest request, String text, List<ToolCall> calls) {
        var cachedRead = Answers.tokens(usage.path("cache_read_input_tokens"));
        var cacheWrite = Answers.tokens(usage.path("cache_creation_input_tokens"));
        var input = Answers.tokens(usage.path("input_tokens")) + cacheWrite + cachedRead;
        if (input == 0 || !usage.path("output_tokens").isIntegralNumber()) {
            return Answers.estimated(request, text, calls);
        }
        return new ChatUsage(
                input,
                Answers.tokens(usage.path("output_tokens")),
                cachedRead,
                cacheWrite,
                Answers.tokens(usage.path("output_tokens_details").path("thinking_tokens")),
                false);
    }

    @Override
    public ProviderTrouble trouble(int status, JsonNode tree, @Nullable Duration wait, Instant now) {
        var error = tree.path("error");
        return ProviderTroubles.anthropic(
                status,
                Answers.word(error.path("details").path("error_code")),
                Answers.word(error.path("message")),
                wait,
                now);
    }
}
