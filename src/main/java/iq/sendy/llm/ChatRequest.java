package iq.sendy.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Request to a model: instructions, the chat so far, and the tools that it may call.
 *
 * @param model the provider's name of it
 * @param turns the last one is a customer's or the tools'
 * @param endUser keyed digest of the contact, by which a provider tells abusers apart; never a phone
 */
public record ChatRequest(
        String model,
        String system,
        List<ChatTurn> turns,
        List<ChatTool> tools,
        int maxOutputTokens,
        @Nullable String endUser) {

    public ChatRequest {
        turns = List.copyOf(turns);
        tools = List.copyOf(tools);
        if (turns.isEmpty() || maxOutputTokens < 1) {
            throw new IllegalArgumentException("A model is asked something, and may answer");
        }
        if (turns.getLast() instanceof ChatTurn.AssistantTurn) {
            throw new IllegalArgumentException("The model had the last word already");
        }
    }

    @Override
    public String toString() {
        return "ChatRequest[%s, %s turns, %s tools]".formatted(model, turns.size(), tools.size());
    }
}
