package iq.sendy.llm;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outcome of one call of a model. Nothing that happens at a provider is a reason for an exception. */
public sealed interface ChatOutcome {

    /** A text, calls of tools, or both; never neither. */
    record Answered(
            @Nullable String text,
            List<ToolCall> calls,
            ChatUsage usage,
            @Nullable String requestId) implements ChatOutcome {

        public Answered {
            calls = List.copyOf(calls);
        }

        @Override
        public String toString() {
            return "Answered[%s, %s calls, %s]".formatted(requestId, calls.size(), usage);
        }
    }

    /** The turn's own fault: one more try to generate, then staff. The tokens are spent all the same. */
    record TurnFault(
            TurnFaultKind kind, ChatUsage usage, @Nullable String requestId) implements ChatOutcome {}

    /**
     * The call failed, and that is this request's matter: it burns an attempt.
     *
     * @param retryAfter no sooner than that; null where the provider does not say
     * @param errorClass for steps and logs: a word of ours, never words of the other side
     */
    record Failed(Remedy remedy, @Nullable Duration retryAfter, String errorClass, CallSpend spend)
            implements ChatOutcome {

        public Failed(Remedy remedy, @Nullable Duration retryAfter, String errorClass) {
            this(remedy, retryAfter, errorClass, CallSpend.NOTHING);
        }
    }

    /**
     * The whole provider is out, for everybody: circuit open, spend limit reached, key refused. It burns no attempt.
     *
     * @param retryAfter when it may be asked again at the earliest
     * @param errorClass as above
     */
    record ProviderDown(Duration retryAfter, String errorClass, CallSpend spend) implements ChatOutcome {

        public ProviderDown(Duration retryAfter, String errorClass) {
            this(retryAfter, errorClass, CallSpend.NOTHING);
        }
    }
}
