package iq.sendy.llm;

/**
 * Bound of the tokens of a request that was not made yet.
 *
 * @param input an estimate of what the model will read, rather too high than too low
 * @param output what it may write
 */
public record TokenBound(long input, long output) {}
