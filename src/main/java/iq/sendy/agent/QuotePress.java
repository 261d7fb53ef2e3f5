package iq.sendy.agent;

import java.util.UUID;

/** Press on a button below a quote. */
public record QuotePress(UUID quote, Button button) {

    /** Which button. */
    public enum Button {
        /** The order is meant so. */
        CONFIRM("confirm"),
        /** It is not wanted. */
        CANCEL("cancel");

        private final String word;

        Button(String word) {
            this.word = word;
        }

        /** The word at the end of what a press sends. */
        @Override
        public String toString() {
            return word;
        }
    }
}
