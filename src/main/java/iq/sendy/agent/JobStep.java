package iq.sendy.agent;

import iq.sendy.kernel.WireWord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Step of a job, as the log of what it did keeps it: figures and digests, and never the text of a message.
 *
 * @param name what was asked or judged: a tool, a rule, a model
 * @param details figures and digests
 */
public record JobStep(StepKind kind, String name, String outcome, Map<String, @Nullable Object> details) {

    /** Kind of a step. */
    public enum StepKind implements WireWord {
        GUARD("Guard"),
        MODEL_CALL("ModelCall"),
        TOOL_CALL("ToolCall"),
        GATE("Gate"),
        HAND_OFF("HandOff"),
        SEND("Send"),
        FAILURE("Failure");

        private final String word;

        StepKind(String word) {
            this.word = word;
        }

        /** The word in the database and on the wire. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** A step that has no figures. */
    public static JobStep of(StepKind kind, String name, String outcome) {
        return new JobStep(kind, name, outcome, Map.of());
    }
}
