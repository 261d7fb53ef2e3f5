package iq.sendy.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turn of a chat with a model. What customers wrote stands in {@link UserTurn}s alone. A chat begins with one, and an
 * {@link AssistantTurn} with calls is followed by the {@link ToolTurn} that answers all of them.
 */
public sealed interface ChatTurn {

    /** What a customer wrote. */
    record UserTurn(String text) implements ChatTurn {

        @Override
        public String toString() {
            return "UserTurn[%s characters]".formatted(text.length());
        }
    }

    /** What the model said: a text, calls of tools, or both. */
    record AssistantTurn(@Nullable String text, List<ToolCall> calls) implements ChatTurn {

        public AssistantTurn {
            calls = List.copyOf(calls);
            if (calls.isEmpty() && (text == null || text.isBlank())) {
                throw new IllegalArgumentException("The model said something or called a tool");
            }
        }

        @Override
        public String toString() {
            return "AssistantTurn[%s characters, %s calls]".formatted(text == null ? 0 : text.length(), calls.size());
        }
    }

    /** What the tools answered to the calls of the turn before, each of them once. */
    record ToolTurn(List<ToolAnswer> answers) implements ChatTurn {

        public ToolTurn {
            answers = List.copyOf(answers);
            if (answers.isEmpty()) {
                throw new IllegalArgumentException("Tools answer what they were asked");
            }
        }

        @Override
        public String toString() {
            return "ToolTurn[%s answers]".formatted(answers.size());
        }
    }
}
