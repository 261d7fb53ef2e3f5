package iq.sendy.billing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;

/** Metered usage: how much a store has of something that its plan limits. The module that has it counts it. */
public interface MeteredUsage {

    /** What a plan limits. */
    enum Metered {
        STAFF,
        ORDERS
    }

    Metered metered();

    /** How much there is now, or came in the period, as a query that shares a trip. */
    Query<Long> used(StoreId store, BillingPeriod period);
}
