package iq.sendy.cashier;

import org.jspecify.annotations.Nullable;

/**
 * Cash payment at the counter: what was handed over, what went back, and the rounding that is booked apart. What was handed
 * over less the change is the total with its rounding, less what was missing. Amounts are in minor units.
 *
 * @param shortfall what was handed over too little for a sale that has happened
 */
public record CashPayment(long taken, long change, long rounding, long shortfall) {

    /** A total that is paid without cash: to the last dinar. */
    public static CashPayment without(long total) {
        return new CashPayment(total, 0, 0, 0);
    }

    /** A total to the nearest step, half up; a step of 0 or 1 rounds nothing. */
    public static long rounded(long total, long step) {
        return step <= 1 ? total : Math.floorDiv(2 * total + step, 2 * step) * step;
    }

    /**
     * A total that is paid in cash.
     *
     * @param tendered what was handed over; null when it was the sum to the note
     */
    public static CashPayment of(long total, @Nullable Long tendered, long step) {
        var due = rounded(total, step);
        var taken = tendered == null ? due : tendered;
        return new CashPayment(taken, taken - due, due - total, 0);
    }

    /** As {@link #of}, of a sale that has happened: where less was handed over that was all, and the rest is missing. */
    public static CashPayment happened(long total, @Nullable Long tendered, long step) {
        var due = rounded(total, step);
        return tendered != null && tendered < due
                ? new CashPayment(tendered, 0, due - total, due - tendered)
                : of(total, tendered, step);
    }

    /** Whether less was handed over than is due. */
    public boolean tooLittle() {
        return change < 0;
    }
}
