package iq.sendy.billing;

/** Subscription of a store: its plan, the period that runs, and where it stops spending. */
public record StoreSubscription(BillingPlan plan, BillingPeriod period, SpendCap spendCap) {

    /** With what the store has of what its plan limits. */
    public record MeteredSubscription(StoreSubscription subscription, long staff, long orders) {}
}
