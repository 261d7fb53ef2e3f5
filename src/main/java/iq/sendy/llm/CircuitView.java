package iq.sendy.llm;

import org.jspecify.annotations.Nullable;

/**
 * View of a provider's circuit, as operators see it.
 *
 * @param shutForSeconds for how long nothing is asked
 * @param errorClass of the last trouble; null while there is none
 */
public record CircuitView(
        String provider,
        boolean shut,
        long shutForSeconds,
        @Nullable String errorClass) {}
