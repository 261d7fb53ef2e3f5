package iq.sendy.billing;

import org.jspecify.annotations.Nullable;

/**
 * Usage event: a call of a model came to an end, and these are its tokens. When that was, the database says.
 *
 * @param model the provider's own name of it
 * @param requestId the provider's own name of the call
 * @param billable whether the store pays; what turns out later not to be is {@linkplain DiscardedCalls taken back}
 */
public record UsageEvent(
        CallId call,
        AiProvider provider,
        String model,
        @Nullable String requestId,
        CallTokens tokens,
        UsageOutcome outcome,
        boolean billable) {

    /**
     * Tokens of a call, normalised: what was read from a cache or written into one is part of the input, and reasoning part
     * of the output.
     *
     * @param estimated whether the provider told none, so that they are our own estimate
     */
    public record CallTokens(
            long input, long output, long cachedRead, long cacheWrite, long reasoning, boolean estimated) {

        public CallTokens {
            if (Math.min(Math.min(input, output), Math.min(cachedRead, Math.min(cacheWrite, reasoning))) < 0) {
                throw new IllegalArgumentException("A call uses no tokens less");
            }
        }
    }
}
