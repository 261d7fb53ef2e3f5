package iq.sendy.billing;

import java.util.UUID;

/**
 * Budget request: what a call of a model may come to, told before it is made.
 *
 * @param call the how manieth of the attempt, from 1
 * @param inputEstimate tokens of the prompt, rather too many than too few
 * @param outputMost tokens that the model may answer at most
 */
public record BudgetRequest(UUID job, int attempt, int call, long inputEstimate, long outputMost) {

    public BudgetRequest {
        if (inputEstimate < 0 || outputMost < 0) {
            throw new IllegalArgumentException("A call uses no tokens less");
        }
    }

    /** Which call it is. */
    public CallId id() {
        return new CallId(job, attempt, call);
    }
}
