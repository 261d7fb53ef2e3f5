package iq.sendy.agent;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Conversations in which the agent had something to do.
 *
 * @param answered those that got a reply of it
 * @param handled those of them that people did not have to go on with
 */
public record AgentCounts(long conversations, long answered, long handled, long replies, long tokens) {

    /** How many of a hundred the agent handled, to a tenth; nothing where there were none. */
    public BigDecimal handledPercent() {
        return per(BigDecimal.valueOf(handled).movePointRight(2), conversations, 1);
    }

    /** Tokens for each that it handled. */
    public long tokensPerHandled() {
        return per(BigDecimal.valueOf(tokens), handled, 0).longValueExact();
    }

    /** Dinars beyond the plan for each that it handled. */
    public BigDecimal chargePerHandled(long charge) {
        return per(BigDecimal.valueOf(charge), handled, 1);
    }

    private static BigDecimal per(BigDecimal all, long each, int scale) {
        return each == 0 ? BigDecimal.ZERO : all.divide(BigDecimal.valueOf(each), scale, RoundingMode.HALF_UP);
    }
}
