package iq.sendy.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Token allowance: what a plan includes of a model's tokens in a period, and what those beyond it cost.
 *
 * @param includedInput null is no limit, and so nothing is beyond it
 * @param overageInputPrice whole dinars for 1,000 tokens
 */
public record TokenAllowance(
        @Nullable Long includedInput, @Nullable Long includedOutput, long overageInputPrice, long overageOutputPrice) {

    private static final int PRICED_BY = 3;

    /** Tokens in the two directions. */
    public record TokenCount(long input, long output) {

        /** The sum of the two. */
        public TokenCount plus(TokenCount other) {
            return new TokenCount(input + other.input, output + other.output);
        }

        /** All together. */
        public long total() {
            return input + output;
        }
    }

    /** What is beyond the allowance. */
    public TokenCount overage(TokenCount used) {
        return new TokenCount(beyond(used.input(), includedInput), beyond(used.output(), includedOutput));
    }

    private static long beyond(long used, @Nullable Long included) {
        return included == null ? 0 : Math.max(0, used - included);
    }

    /** What that costs in whole dinars; both directions are rounded together, half up, so that a thousandth is paid once. */
    public long charge(TokenCount used) {
        var overage = overage(used);
        return cost(overage.input(), overageInputPrice)
                .add(cost(overage.output(), overageOutputPrice))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** To the thousandth of a dinar. */
    static BigDecimal cost(long tokens, long price) {
        return BigDecimal.valueOf(tokens).multiply(BigDecimal.valueOf(price)).movePointLeft(PRICED_BY);
    }
}
