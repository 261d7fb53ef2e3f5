package iq.sendy.analytics;

import java.time.Instant;

/**
 * Change of the figures of a day, and of a source and governorate on it.
 *
 * @param at an instant of the day, which is the store's: an order's figures belong to the day it was placed on
 * @param provinceCode empty where the orders have no address
 */
public record SalesChange(Instant at, String source, String provinceCode, SalesFigures figures) {}
