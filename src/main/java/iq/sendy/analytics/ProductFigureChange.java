package iq.sendy.analytics;

import java.time.Instant;
import java.util.UUID;

/**
 * Change of the figures of a product on a day.
 *
 * @param at an instant of the day, which is the store's: that of the order
 */
public record ProductFigureChange(Instant at, UUID product, ProductFigures figures) {}
