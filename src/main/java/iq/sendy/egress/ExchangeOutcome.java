package iq.sendy.egress;

import org.jspecify.annotations.Nullable;

/** Outcome of a request. Nothing that listens elsewhere is a reason for an exception. */
public sealed interface ExchangeOutcome {

    ExchangeTiming timing();

    /**
     * A head was read, so the status stands, whatever became of the body.
     *
     * @param retryAfter as it was sent; null where it was not, or was longer than any honest one
     * @param bodyHead the beginning of the body as text; what is no UTF-8, or no character for a database, is U+FFFD
     */
    record Answered(int status, @Nullable String retryAfter, String bodyHead, ExchangeTiming timing)
            implements ExchangeOutcome {}

    /**
     * There is no status.
     *
     * @param why for the log of the operator: a rule or an exception's class, never words of the other side
     */
    record Failed(ErrorClass errorClass, String why, ExchangeTiming timing) implements ExchangeOutcome {}

    /** Nobody was asked anything, for want of a place of ours: it is no attempt, and says nothing of the other side. */
    record NotMade(ExchangeTiming timing) implements ExchangeOutcome {}
}
