package iq.sendy.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proof of an account: how a channel stands there.
 *
 * @param code why Meta says no; null where it said nothing
 * @param since when Meta was asked the last time; null where nobody asked
 */
public record AccountProof(
        AccountStanding standing,
        @Nullable String code,
        @Nullable Instant since) {}
