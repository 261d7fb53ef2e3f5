package iq.sendy.billing.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import iq.sendy.billing.UsageRecount;
import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.kernel.StoreId;
import iq.sendy.stores.StoreBatches;
import java.time.Instant;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has the usage of every store held against its events each night, when Iraq sleeps, and new periods opened. */
@Component
class CheckUsage implements Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(CheckUsage.class);
    private static final LocalTime NIGHT_IN_IRAQ = LocalTime.of(1, 10);

    private final StoreBatches stores;
    private final UsageRecount recount;
    private final Counter drifted;

    CheckUsage(StoreBatches stores, UsageRecount recount, MeterRegistry meters) {
        this.stores = stores;
        this.recount = recount;
        this.drifted = Counter.builder("sendy.usage.drift")
                .description("Periods that are not the sum of their events, and events in no period")
                .register(meters);
    }

    @Override
    public String name() {
        return "billing.check";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Daily(NIGHT_IN_IRAQ);
    }

    @Override
    public void run(Instant fire) {
        stores.inEach(this::check);
    }

    private void check(StoreId store) {
        var found = recount.recount(store);
        if (found.drift() > 0) {
            drifted.increment((double) found.drift());
            LOG.error(
                    "{} periods of store {} are not the sum of their events, and {} events are in none",
                    found.drifted().size(),
                    store,
                    found.outside());
        }
    }
}
