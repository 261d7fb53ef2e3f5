package iq.sendy.agent;

import iq.sendy.messaging.ReplyLanguage;

/** Outcome of a turn of the agent: what comes of asking a model, and the tools that it asks for, about what a customer wrote. */
sealed interface TurnOutcome {

    /** A reply that may be sent. */
    record Replied(String text, ReplyLanguage language) implements TurnOutcome {}

    /**
     * People answer.
     *
     * @param summary what the model told them, or nothing
     */
    record HandedOver(HandOffReason reason, ReplyLanguage language, String summary) implements TurnOutcome {}
}
