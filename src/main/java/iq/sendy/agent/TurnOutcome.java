package iq.sendy.agent;

import iq.sendy.messaging.ReplyLanguage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Outcome of a turn of the agent: what comes of asking a model, and the tools that it asks for, about what a customer wrote. */
sealed interface TurnOutcome {

    /** A reply that may be sent. */
    record Replied(WrittenParts reply, ReplyLanguage language) implements TurnOutcome {}

    /**
     * People answer.
     *
     * @param summary what the model told them, or nothing
     */
    record HandedOver(HandOffReason reason, ReplyLanguage language, String summary) implements TurnOutcome {}

    /**
     * It came to nothing, and that is its own fault.
     *
     * @param retryAfter no sooner than that; null where nobody says
     */
    record Failed(String errorClass, @Nullable Duration retryAfter) implements TurnOutcome {}

    /** It came to nothing, and another attempt would too. */
    record Hopeless(String errorClass) implements TurnOutcome {}

    /** The provider is out for everybody, or the store's budget in use: later, and nothing is counted. */
    record Deferred(String errorClass, Duration delay) implements TurnOutcome {}

    /** Whoever played it may hold the job no more. */
    record Abandoned() implements TurnOutcome {}
}
