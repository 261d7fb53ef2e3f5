package iq.sendy.analytics.jobs;

import iq.sendy.analytics.FigureRebuild;
import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.stores.StoreBatches;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Has the figures of every store held against its orders each night, when Iraq sleeps. */
@Component
class CheckFigures implements Schedule {

    private static final LocalTime NIGHT_IN_IRAQ = LocalTime.of(0, 30);

    private final StoreBatches stores;
    private final FigureRebuild rebuild;

    CheckFigures(StoreBatches stores, FigureRebuild rebuild) {
        this.stores = stores;
        this.rebuild = rebuild;
    }

    @Override
    public String name() {
        return "analytics.check";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Daily(NIGHT_IN_IRAQ);
    }

    @Override
    public void run(Instant fire) {
        stores.inEach(rebuild::requestCheck);
    }
}
