package iq.sendy.analytics;

/**
 * Sums of money of orders, in minor units of the store's currency.
 *
 * @param revenue goods that were delivered, net of discounts, less what was paid back for what came back
 * @param cost what those goods cost the shop; pieces that came back good cost nothing
 * @param discountTotal of delivered orders
 * @param deliveryFees of delivered orders, which are the courier's
 * @param cashDue what customers have still to pay in cash
 * @param cashCollected what they have paid in cash, less what was paid back
 * @param cashWithCourier what couriers have of it and have not remitted
 */
public record SalesMoney(
        long revenue,
        long cost,
        long discountTotal,
        long deliveryFees,
        long cashDue,
        long cashCollected,
        long cashWithCourier) {

    static final SalesMoney NONE = new SalesMoney(0, 0, 0, 0, 0, 0, 0);

    SalesMoney plus(SalesMoney more) {
        return new SalesMoney(
                revenue + more.revenue,
                cost + more.cost,
                discountTotal + more.discountTotal,
                deliveryFees + more.deliveryFees,
                cashDue + more.cashDue,
                cashCollected + more.cashCollected,
                cashWithCourier + more.cashWithCourier);
    }

    SalesMoney negated() {
        return new SalesMoney(
                -revenue, -cost, -discountTotal, -deliveryFees, -cashDue, -cashCollected, -cashWithCourier);
    }
}
