package iq.sendy.inventory;

import java.util.UUID;

/**
 * What a receipt will make of the stock of a product, over all warehouses, and of its average cost in minor units.
 *
 * @param onHand before it
 */
public record StockForecast(UUID productId, long onHand, long onHandAfter, long unitCostAfter) {}
