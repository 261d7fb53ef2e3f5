package iq.sendy.analytics;

/**
 * Figures of one product, of delivered orders; money in minor units.
 *
 * @param quantity pieces that were delivered, those that came back later too
 * @param returnedQuantity pieces that came back, good or damaged
 * @param revenue net of discounts, less what was paid back
 * @param cost of the pieces that did not come back good
 */
public record ProductFigures(long quantity, long returnedQuantity, long revenue, long cost) {

    public static final ProductFigures NONE = new ProductFigures(0, 0, 0, 0);

    public ProductFigures plus(ProductFigures more) {
        return new ProductFigures(
                quantity + more.quantity,
                returnedQuantity + more.returnedQuantity,
                revenue + more.revenue,
                cost + more.cost);
    }
}
