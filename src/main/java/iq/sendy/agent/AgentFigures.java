package iq.sendy.agent;

import iq.sendy.agent.store.AgentFigureStore;
import iq.sendy.billing.BillingPeriod;
import iq.sendy.billing.TokenUsages;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
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
