package iq.sendy.llm;

/**
 * Tokens of one call, counted the same way for every provider.
 *
 * @param input all that the model read, from a cache or not
 * @param output all that it wrote, its thinking with it
 * @param cachedRead the part of {@code input} that came from the provider's cache
 * @param cacheWrite the part of {@code input} that went into it
 * @param reasoning the part of {@code output} that was thinking
 * @param estimated whether the provider did not say and this is counted here
 */
public record ChatUsage(long input, long output, long cachedRead, long cacheWrite, long reasoning, boolean estimated) {

    public ChatUsage {
        if (input < 0 || output < 0 || cachedRead < 0 || cacheWrite < 0 || reasoning < 0) {
            throw new IllegalArgumentException("Tokens are counted from 0");
        }
    }
}
