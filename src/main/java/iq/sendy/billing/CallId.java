package iq.sendy.billing;

import java.util.UUID;

/**
 * Call id: one call of a model, by the agent's job, its attempt and the call's place in that. It is counted once.
 *
 * @param number from 1 in each attempt
 */
public record CallId(UUID job, int attempt, int number) {}
