package iq.sendy.agent.store;

import iq.sendy.agent.JobStep;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Steps of jobs, in the order in which they were made. */
@Component
public class JobStepStore {

    private static final Columns<NumberedStep> STEPS = Columns.of(NumberedStep.class, "n")
            .bigint("number", NumberedStep::number)
            .text("kind", step -> step.step().kind())
            .text("name", step -> step.step().name())
            .text("outcome", step -> step.step().outcome())
            .text("details", NumberedStep::details);

    /**
     * A step and its place among those that are written together.
     *
     * @param details JSON; null where there is none
     */
    public record NumberedStep(
            long number, JobStep step, @Nullable String details) {}

    /** Puts steps behind those that the attempt has. */
    public Query<Boolean> append(StoreId store, UUID job, int attempt, List<NumberedStep> steps, Instant now) {
        return Query.write("""
                        insert into agent.job_step (store_id, job_id, attempt, number, kind, name, outcome, details, at)
                        select :store, :job, :attempt, n.number + l.last, n.kind, n.name, n.outcome, n.details::jsonb, :now
                        from\s""" + STEPS.table() + """

                        cross join (select coalesce(max(s.number), 0) as last from agent.job_step as s
                                    where s.store_id = :store and s.job_id = :job and s.attempt = :attempt) as l
                        """)
                .param("store", store.value())
                .param("job", job)
                .param("attempt", attempt)
                .rows(STEPS, steps)
                .param("now", Sql.at(now));
    }
}
