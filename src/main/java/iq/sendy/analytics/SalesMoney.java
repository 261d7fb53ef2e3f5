package iq.sendy.analytics;

/**
 * Sums of money of orders, in minor units of the store's currency.
 *
 * @param revenue goods that were delivered, net of discounts, less what was paid back for what came back
 * @param cost what those goods cost the shop; pieces that came back good cost nothing
 * @param discountTotal of delivered orders
 * @param deliveryFees of delivered orders, which are the courier's
 * @param cashDue what customers have still to pay in cash
 * @param cashCollected what they have paid in cash, rounded as it was, less what was paid back
 * @param cashWithCourier what couriers have of it and have not remitted
 * @param cashRounding what was taken in cash beyond what was owed, or less: sales and refunds are rounded, and of a sale that
 *     had happened something may be missing
 */
public record SalesMoney(
        long revenue,
        long cost,
        long discountTotal,
        long deliveryFees,
        long cashDue,
        long cashCollected,
        long cashWithCourier,
        long cashRounding) {

    static final SalesMoney NONE = new SalesMoney(0, 0, 0, 0, 0, 0, 0, 0);

    /** What is left of them when the goods and what else was spent are paid. */
    public long profit(long expenses) {
        return revenue + cashRounding - cost - expenses;
    }

    SalesMoney plus(SalesMoney more) {
        return new SalesMoney(
                revenue + more.revenue,
                cost + more.cost,
                discountTotal + more.discountTotal,
                deliveryFees + more.deliveryFees,
                cashDue + more.cashDue,
                cashCollected + more.cashCollected,
                cashWithCourier + more.cashWithCourier,
                cashRounding + more.cashRounding);
    }

    SalesMoney negated() {
        return new SalesMoney(
                -revenue,
                -cost,
                -discountTotal,
                -deliveryFees,
                -cashDue,
                -cashCollected,
                -cashWithCourier,
                -cashRounding);
    }
}
