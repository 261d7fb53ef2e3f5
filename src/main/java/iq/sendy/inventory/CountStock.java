package iq.sendy.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody counted a row of stock.
 *
 * @param expected what was on hand when the counting began; null when it does not matter
 */
public record CountStock(
        UUID item,
        long onHand,
        @Nullable Long expected,
        @Nullable String reason) {}
