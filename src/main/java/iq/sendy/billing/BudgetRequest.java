package iq.sendy.billing;

/**
 * Budget request: what a call of a model may come to, told before it is made.
 *
 * @param model the provider's own name of it
 * @param inputEstimate tokens of the prompt, rather too many than too few
 * @param outputMost tokens that the model may answer at most
 */
public record BudgetRequest(CallId call, AiProvider provider, String model, long inputEstimate, long outputMost) {

    public BudgetRequest {
        if (inputEstimate < 0 || outputMost < 0) {
            throw new IllegalArgumentException("A call uses no tokens less");
        }
    }
}
