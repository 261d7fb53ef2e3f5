package iq.sendy.analytics.jobs;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import iq.sendy.analytics.FigureRebuild;
import iq.sendy.analytics.FigureRecount;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds the figures of a store against its orders, week by week, each a transaction of its own, and mends what differs. */
@Component
class RebuildFigures implements JobHandler<Boolean, Long> {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildFigures.class);

    private final FigureRebuild rebuild;
    private final FigureRecount recount;
    private final Counter drifted;

    RebuildFigures(FigureRebuild rebuild, FigureRecount recount, MeterRegistry meters) {
        this.rebuild = rebuild;
        this.recount = recount;
        this.drifted = Counter.builder("sendy.analytics.drift")
                .description("Rows of figures that differed from a recount and were mended")
                .register(meters);
    }

    @Override
    public String kind() {
        return FigureRebuild.KIND;
    }

    @Override
    public Map<UUID, Boolean> load(StoreId store, List<Job> claimed) {
        return claimed.stream().collect(toMap(Job::id, _ -> true));
    }

    @Override
    public Long attempt(Job job, Boolean work) {
        var store = job.store();
        var rows = CurrentTenant.in(store, () -> mend(store));
        if (rows > 0) {
            drifted.increment(rows);
            LOG.warn("{} rows of figures of store {} differed from a recount and are mended", rows, store);
        }
        return rows;
    }

    private long mend(StoreId store) {
        rebuild.follow(store);
        return recount.weeks(store).stream()
                .mapToLong(days -> recount.mend(store, days))
                .sum();
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<Boolean, Long>> done) {
        return done.stream().map(RebuildFigures::end).toList();
    }

    private static JobEnd end(AttemptResult<Boolean, Long> result) {
        return switch (result) {
            case AttemptResult.Completed<Boolean, Long> _ -> new JobEnd.Done();
            case AttemptResult.Failed<Boolean, Long> failed -> failed.end();
            case AttemptResult.GivenUp<Boolean, Long> lost -> lost.end();
        };
    }
}
