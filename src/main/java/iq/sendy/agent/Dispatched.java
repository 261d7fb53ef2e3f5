package iq.sendy.agent;

import iq.sendy.messaging.ReplyLanguage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an attempt of the job engine came to; what follows is decided with the conversation locked. */
public sealed interface Dispatched {

    /** Nothing more comes of the job, or somebody else has it. */
    record Over() implements Dispatched {}

    /** It was not time. */
    record Waits(Duration delay) implements Dispatched {}

    /** Whoever attempted it may hold it no more. */
    record NotMade() implements Dispatched {}

    /** A guard stopped it. */
    record Guarded() implements Dispatched {}

    /** The customer wrote nothing that could be answered, such as a sticker. */
    record Empty() implements Dispatched {}

    /** Its reply is stored. */
    record Written() implements Dispatched {}

    /** People answer. */
    record HandedOver(HandOffReason reason, ReplyLanguage language, String summary) implements Dispatched {}

    /** The attempt failed by its own fault. */
    record Failed(String errorClass, @Nullable Duration retryAfter) implements Dispatched {}

    /** No attempt will help. */
    record Hopeless(String errorClass) implements Dispatched {}

    /** The provider is out, or the store's budget in use: later, and nothing is counted. */
    record Deferred(String errorClass, Duration delay) implements Dispatched {}
}
