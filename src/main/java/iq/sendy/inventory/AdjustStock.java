package iq.sendy.inventory;

import java.util.UUID;

/** So many pieces more, or fewer, for a reason. */
public record AdjustStock(UUID item, long delta, String reason) {}
