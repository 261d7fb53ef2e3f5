package iq.sendy.agent.model;

/**
 * Bounds of what is held for a contact who has not confirmed anything. Beyond them a quote is still a quote, but nothing is
 * kept for it: who only asks must not keep a shelf empty.
 */
public final class HoldBounds {

    private static final long MOST_AN_HOUR = 6;
    private static final long MOST_A_DAY = 15;
    private static final long MOST_PIECES = 100;

    /** Orders of a contact a day; who wants more is somebody for people to talk to. */
    private static final long MOST_ORDERS = 5;

    private HoldBounds() {}

    /** Whether pieces may be held for one quote more. */
    public static boolean hold(long quotesLastHour, long quotesLastDay, long pieces) {
        return quotesLastHour < MOST_AN_HOUR && quotesLastDay < MOST_A_DAY && pieces <= MOST_PIECES;
    }

    /** Whether a contact has had the orders of a day. */
    public static boolean enoughOrders(long ordersLastDay) {
        return ordersLastDay >= MOST_ORDERS;
    }
}
