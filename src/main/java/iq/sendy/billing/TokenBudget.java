package iq.sendy.billing;

import iq.sendy.kernel.StoreId;

/**
 * Token budget of a store: what its agent may still spend, and the ledger of what it spent. All of it belongs to the
 * transaction of its caller, and none of it to the one that a model is called in: there is none then.
 */
public interface TokenBudget {

    /** What comes of asking. */
    sealed interface Reservation {

        /** The call may be made; what it may come to is kept for it until it is settled, or for two minutes. */
        record Granted() implements Reservation {}

        /** The store's spend cap would be passed: the agent stops, and people go on. */
        record Capped(SpendCap cap) implements Reservation {}
    }

    /** Before a call. Asked again for the same call, it is kept once. */
    Reservation reserve(StoreId store, BudgetRequest request);

    /** After a call that used tokens; false when it was counted before. */
    boolean settle(StoreId store, UsageEvent event);

    /** After a call that certainly used none: nothing is kept for it any more, and nothing counted. */
    void release(StoreId store, CallId call);

    /** Takes back what is not to be paid; once, however often it is said. */
    void discard(StoreId store, DiscardedCalls calls);

    /** Whether the spend cap leaves anything, as a guard before a job begins; {@link #reserve} decides. */
    boolean isLeft(StoreId store);
}
