package iq.sendy.billing;

import java.math.BigDecimal;

/**
 * Cost of a model: what the platform pays its provider, in whole dinars for 1,000,000 tokens. It is an operator's word for
 * what providers ask in other money.
 */
public record ModelCost(long inputIqd, long outputIqd) {

    private static final int PRICED_BY = 6;

    /** What so many tokens cost, to the millionth of a dinar. */
    public BigDecimal of(TokenAllowance.TokenCount tokens) {
        return BigDecimal.valueOf(tokens.input())
                .multiply(BigDecimal.valueOf(inputIqd))
                .add(BigDecimal.valueOf(tokens.output()).multiply(BigDecimal.valueOf(outputIqd)))
                .movePointLeft(PRICED_BY);
    }
}
