package iq.sendy.billing;

import iq.sendy.billing.TokenAllowance.TokenCount;
import iq.sendy.kernel.WireWord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** Invoice of a period, which adds up to the dinar: the plan, and what was used beyond it. */
public record Invoice(UsagePeriod period, InvoiceState state) {

    /** Whether its period is over. */
    public enum InvoiceState implements WireWord {
        OPEN("Open"),
        CLOSED("Closed");

        private final String word;

        InvoiceState(String word) {
            this.word = word;
        }

        /** The word on the wire. */
        @Override
        public String toString() {
            return word;
        }
    }

    static Invoice of(UsagePeriod period, Instant now) {
        return new Invoice(period, now.isBefore(period.bounds().end()) ? InvoiceState.OPEN : InvoiceState.CLOSED);
    }

    /** What is beyond the plan. */
    public TokenCount overage() {
        return period.terms().tokens().overage(period.used());
    }

    /** The share of the plan's price that the period has of its month, to the whole dinar, half up. */
    public long planCharge() {
        return BigDecimal.valueOf(period.terms().priceIqd())
                .multiply(BigDecimal.valueOf(length(period.bounds())))
                .divide(BigDecimal.valueOf(length(period.month())), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long length(BillingPeriod period) {
        return Duration.between(period.start(), period.end()).toMillis();
    }

    /** To the thousandth of a dinar. */
    public BigDecimal overageInput() {
        return TokenAllowance.cost(overage().input(), period.terms().tokens().overageInputPrice());
    }

    /** To the thousandth of a dinar. */
    public BigDecimal overageOutput() {
        return TokenAllowance.cost(overage().output(), period.terms().tokens().overageOutputPrice());
    }

    /** What rounding adds or takes, once for both directions. */
    public BigDecimal rounding() {
        return BigDecimal.valueOf(period.charge()).subtract(overageInput()).subtract(overageOutput());
    }

    /** All together. */
    public long total() {
        return planCharge() + period.charge();
    }
}
