package iq.sendy.billing;

import iq.sendy.billing.store.UsagePeriodStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invoices of stores: each period with what it costs. Those in which nothing was used are opened when somebody looks. */
@Service
public class Invoices {

    private final UsagePeriodStore periods;
    private final PeriodRollover rollover;
    private final Pipeline pipeline;
    private final Clock clock;

    Invoices(UsagePeriodStore periods, PeriodRollover rollover, Pipeline pipeline, Clock clock) {
        this.periods = periods;
        this.rollover = rollover;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Newest first, with the period that runs. */
    @Transactional
    public Page<Invoice> list(StoreId store, Paging paging) {
        if (!pipeline.ask(periods.spending(store)).any()) {
            rollover.fill(store);
        }
        var now = clock.instant();
        return periods.list(store).page(pipeline, paging).map(period -> Invoice.of(period, now));
    }
}
