package iq.sendy.llm.model;

import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTool;
import iq.sendy.llm.ChatTurn;
import iq.sendy.llm.ChatTurn.AssistantTurn;
import iq.sendy.llm.ChatTurn.ToolTurn;
import iq.sendy.llm.ChatTurn.UserTurn;
import iq.sendy.llm.ToolAnswer;
import iq.sendy.llm.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Token estimate of a request or an answer, without a provider's word. Three bytes of UTF-8 are a token: more than the usual
 * four letters of English, and about what Arabic and Kurdish letters cost, so that a budget errs to the safe side.
 */
public final class TokenEstimate {

    private static final int BYTES_OF_A_TOKEN = 3;

    /** What providers put around each part. */
    private static final int AROUND = 4;

    private TokenEstimate() {}

    /** What a model would read. */
    public static long input(ChatRequest request) {
        return AROUND
                + of(request.system())
                + request.turns().stream().mapToLong(TokenEstimate::turn).sum()
                + request.tools().stream().mapToLong(TokenEstimate::tool).sum();
    }

    /** What a model wrote; never nothing, since it was asked. */
    public static long output(@Nullable String text, List<ToolCall> calls) {
        return Math.max(1, (text == null ? 0 : of(text)) + calls(calls));
    }

    private static long tool(ChatTool tool) {
        return AROUND + of(tool.name()) + of(tool.description()) + of(tool.schema());
    }

    private static long turn(ChatTurn turn) {
        return switch (turn) {
            case UserTurn(String text) -> AROUND + of(text);
            case AssistantTurn(String text, List<ToolCall> calls) ->
                AROUND + (text == null ? 0 : of(text)) + calls(calls);
            case ToolTurn(List<ToolAnswer> answers) ->
                answers.stream().mapToLong(answer -> AROUND + of(answer.json())).sum();
        };
    }

    private static long calls(List<ToolCall> calls) {
        return calls.stream()
                .mapToLong(call -> AROUND + of(call.name()) + of(call.arguments()))
                .sum();
    }

    private static long of(String text) {
        return (bytes(text) + BYTES_OF_A_TOKEN - 1) / BYTES_OF_A_TOKEN;
    }

    /** As UTF-8 has it; a half of a pair counts two, so that a pair has its four. */
    private static long bytes(String text) {
        return text.chars().mapToLong(TokenEstimate::width).sum();
    }

    private static long width(int unit) {
        if (unit < 0x80) {
            return 1;
        }
        return unit < 0x800 || Character.isSurrogate((char) unit) ? 2 : 3;
    }
}
