package iq.sendy.agent;

import iq.sendy.agent.store.AgentFigureStore;
import iq.sendy.billing.BillingPeriod;
import iq.sendy.billing.TokenUsages;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures of the agent in the billing period that runs: how much it does alone, why people go on, and what that costs. */
@Service
public class AgentFigures {

    private final AgentFigureStore figures;
    private final TokenUsages usages;
    private final Pipeline pipeline;

    AgentFigures(AgentFigureStore figures, TokenUsages usages, Pipeline pipeline) {
        this.figures = figures;
        this.usages = usages;
        this.pipeline = pipeline;
    }

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

    /** How often people went on for a reason. */
    public record HandOffCount(String reason, long count) {}

    /** What there is to say of a period. */
    public record PeriodFigures(BillingPeriod period, AgentCounts counts, long charge, List<HandOffCount> handOffs) {}

    /** Of the period that runs. */
    @Transactional(readOnly = true)
    public PeriodFigures of(StoreId store) {
        var usage = usages.of(store);
        var trip = pipeline.open();
        var counts = trip.add(figures.counts(store, usage.period()));
        var handOffs = trip.add(figures.handOffs(store, usage.period()));
        trip.send();
        return new PeriodFigures(usage.period(), counts.single(), usage.charge(), handOffs.answer());
    }
}
