package iq.sendy.billing;

import iq.sendy.billing.TokenAllowance.TokenCount;
import java.time.Instant;
import java.util.UUID;

/**
 * A model was called, and its tokens count.
 *
 * @param id of the call; one that was counted is not counted again
 */
public record CountTokens(UUID id, Instant usedAt, TokenCount tokens) {}
