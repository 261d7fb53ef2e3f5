package iq.sendy.billing;

import iq.sendy.billing.BillingPlan.PlanTerms;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/** Make a plan, or change some of one. */
@FunctionalInterface
public interface SavePlan {

    /** The terms as they shall be, of what they are: {@link PlanTerms#NEW} when the plan is made. */
    PlanTerms over(PlanTerms before);

    /** What can come of it. */
    sealed interface Result {

        record Saved(BillingPlan plan) implements Result {}

        record NoSuchPlan() implements Result {}

        /** There is always one default: another plan becomes it, and this one is not just unmade. */
        @RefusedWith(code = "field.invalid", field = "isDefault")
        record DefaultNeeded() implements Result, Refusal {}
    }
}
