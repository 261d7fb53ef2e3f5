package iq.sendy.billing;

import iq.sendy.billing.TokenAllowance.TokenCount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Margin of a period: what a store pays for it, less what the platform pays the providers of models. All calls are in it,
 * those that no store pays too.
 */
public record PeriodMargin(Invoice invoice, List<ModelUse> uses) {

    /**
     * What a model was used for in the period.
     *
     * @param provider null was counted before models were told apart
     * @param used as the provider counted it
     * @param paid what of it the store pays for, or has included in its plan
     * @param cost null where operators have not said it
     */
    public record ModelUse(
            @Nullable AiProvider provider,
            @Nullable String model,
            long calls,
            TokenCount used,
            TokenCount paid,
            @Nullable ModelCost cost) {

        /** What nobody pays us for. */
        public TokenCount unpaid() {
            return new TokenCount(used.input() - paid.input(), used.output() - paid.output());
        }

        /** In whole dinars, half up; empty where the cost is not known. The sandbox costs nothing. */
        public Optional<Long> costIqd() {
            return exact().map(PeriodMargin::whole);
        }

        private Optional<BigDecimal> exact() {
            return provider == AiProvider.SANDBOX
                    ? Optional.of(BigDecimal.ZERO)
                    : Optional.ofNullable(cost).map(known -> known.of(used));
        }
    }

    public PeriodMargin {
        uses = List.copyOf(uses);
    }

    /** What is known to have been paid to providers, rounded once. */
    public long costIqd() {
        return whole(uses.stream().flatMap(use -> use.exact().stream()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Tokens of which nobody knows what they cost. */
    public long unpricedTokens() {
        return uses.stream()
                .filter(use -> use.exact().isEmpty())
                .mapToLong(use -> use.used().total())
                .sum();
    }

    /** What is left; less than nothing where the agent cost more than it earned. */
    public long marginIqd() {
        return invoice.total() - costIqd();
    }

    private static long whole(BigDecimal dinars) {
        return dinars.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
