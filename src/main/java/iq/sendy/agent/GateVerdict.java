package iq.sendy.agent;

import java.util.List;

/** What the output gate says of a reply. */
public sealed interface GateVerdict {

    /** It may be sent, as so many messages. */
    record Passed(List<String> parts) implements GateVerdict {

        public Passed {
            parts = List.copyOf(parts);
        }

        /** What people read belongs in no log. */
        @Override
        public String toString() {
            return parts.size() + " parts";
        }
    }

    /** It may not, by this rule; it is written anew once, with the rule named, and then people have the conversation. */
    record Failed(GateRule rule) implements GateVerdict {}
}
