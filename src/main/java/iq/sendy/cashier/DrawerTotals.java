package iq.sendy.cashier;

import java.util.List;

/**
 * Totals of a drawer: what went in and out of it in one session. All that is told of a session's money comes from here, of
 * one that is running and of one that is closed. Amounts are in minor units.
 *
 * @param sales by payment method, each with what was paid for them
 * @param lateSales how many of the sales were made in a session that was closed when they came
 * @param cashTaken what customers handed over
 * @param change what they got back of it
 * @param cashRounding what was paid beyond the totals, or less, because cash is rounded
 * @param cashShortfall what customers handed over too little for sales that had happened
 */
public record DrawerTotals(
        List<MethodTotal> sales,
        long lateSales,
        long cashTaken,
        long change,
        long cashRounding,
        long cashShortfall,
        long cashRefunds,
        long payIns,
        long payOuts) {

    /** Sales that were paid in one way: how many, and what was paid for them. */
    public record MethodTotal(String method, long count, long amount) {}

    public DrawerTotals {
        sales = List.copyOf(sales);
    }

    /** What must be in the drawer that began with so much. */
    public long expectedCash(long openingCash) {
        return openingCash + cashTaken - change - cashRefunds + payIns - payOuts;
    }

    /** How many sales there were. */
    public long salesCount() {
        return sales.stream().mapToLong(MethodTotal::count).sum();
    }
}
