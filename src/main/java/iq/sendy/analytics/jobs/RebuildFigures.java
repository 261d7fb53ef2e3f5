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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

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
        return CurrentTenant.in(store, () -> mend(store));
    }

    /**
     * Mends each week, whatever befalls those before it.
     *
     * @throws IllegalStateException at the end if any could not be counted
     */
    long mend(StoreId store) {
        rebuild.follow(store);
        var rows = 0L;
        var failures = new ArrayList<RuntimeException>();
        for (var days : recount.weeks(store)) {
            try {
                rows += recount.mend(store, days);
            } catch (CannotCreateTransactionException away) {
                // Without the database no other week would fare better.
                throw away;
            } catch (RuntimeException failed) {
                LOG.warn("The week of {} of store {} was not recounted: {}", days.from(), store, failed.toString());
                failures.add(failed);
            }
        }
        if (rows > 0) {
            drifted.increment((double) rows);
            LOG.warn("{} rows of figures of store {} differed from a recount and are mended", rows, store);
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " weeks were not recounted", failures.getFirst());
        }
        return rows;
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
