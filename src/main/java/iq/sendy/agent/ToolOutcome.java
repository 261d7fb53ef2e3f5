package iq.sendy.agent;

/** Outcome of a tool call. */
public sealed interface ToolOutcome {

    /** The model is told this, and a reply may repeat it. */
    record Told(String json, TurnFacts facts) implements ToolOutcome {

        /** What a customer asked for belongs in no log. */
        @Override
        public String toString() {
            return "told " + json.length();
        }
    }

    /**
     * The turn ends at people.
     *
     * @param summary for them, never for the customer
     */
    record HandOff(HandOffReason reason, String summary) implements ToolOutcome {

        /** What the model writes of a customer belongs in no log. */
        @Override
        public String toString() {
            return "hand-off " + reason;
        }
    }

    /** There is no such tool, or its arguments can not be read: the model is told so, and it counts as a call. */
    record Wrong(String json) implements ToolOutcome {}
}
