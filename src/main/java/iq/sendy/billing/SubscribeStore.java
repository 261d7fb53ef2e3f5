package iq.sendy.billing;

import iq.sendy.billing.StoreSubscription.MeteredSubscription;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.audit.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operator gives a store a plan; what is null keeps its value.
 *
 * @param anchor periods begin on its day of each month
 */
public record SubscribeStore(
        StoreId store,
        Actor actor,
        @Nullable UUID plan,
        @Nullable Instant anchor) {

    /** What can come of it. */
    public sealed interface Result {

        record Subscribed(MeteredSubscription subscription) implements Result {}

        record NoSuchStore() implements Result {}

        @RefusedWith(code = "plan.unknown", field = "planId")
        record NoSuchPlan() implements Result, Refusal {}
    }
}
