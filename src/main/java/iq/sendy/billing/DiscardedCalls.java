package iq.sendy.billing;

import iq.sendy.kernel.WireWord;
import java.util.UUID;

/** Discarded calls: calls of a job whose outcome the customer never gets, so that the store does not pay them. */
public record DiscardedCalls(UUID job, CallRange attempts, CallRange calls, DiscardReason reason) {

    /** From one number to another, both included. */
    public record CallRange(int first, int last) {

        static final CallRange ALL = new CallRange(0, Integer.MAX_VALUE);
    }

    /** Why they are not paid. */
    public enum DiscardReason implements WireWord {
        /** A newer message came before the reply was sent. */
        SUPERSEDED("Superseded"),
        /** A guard stopped the reply. */
        SKIPPED("Skipped"),
        /** The gate stopped the reply, or the turn began anew. */
        DISCARDED("Discarded"),
        /** The reply could not be sent. */
        SEND_FAILED("SendFailed");

        private final String word;

        DiscardReason(String word) {
            this.word = word;
        }

        /** As it is stored. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** All that the job ever asked. */
    public static DiscardedCalls ofJob(UUID job, DiscardReason reason) {
        return new DiscardedCalls(job, CallRange.ALL, CallRange.ALL, reason);
    }

    /** One attempt. */
    public static DiscardedCalls ofAttempt(UUID job, int attempt, DiscardReason reason) {
        return new DiscardedCalls(job, new CallRange(attempt, attempt), CallRange.ALL, reason);
    }

    /** All attempts before this one, which began anew. */
    public static DiscardedCalls before(UUID job, int attempt, DiscardReason reason) {
        return new DiscardedCalls(job, new CallRange(0, attempt - 1), CallRange.ALL, reason);
    }

    /** One call. */
    public static DiscardedCalls ofCall(CallId call, DiscardReason reason) {
        return new DiscardedCalls(
                call.job(),
                new CallRange(call.attempt(), call.attempt()),
                new CallRange(call.number(), call.number()),
                reason);
    }
}
