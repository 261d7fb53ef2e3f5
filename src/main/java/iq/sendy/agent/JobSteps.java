package iq.sendy.agent;

import iq.sendy.agent.store.JobStepStore;
import iq.sendy.agent.store.JobStepStore.NumberedStep;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Steps of jobs: what each attempt asked, was told and judged. Written by whoever holds the job. */
@Component
class JobSteps {

    private final JobStepStore steps;
    private final JsonMapper json;
    private final Clock clock;

    JobSteps(JobStepStore steps, JsonMapper json, Clock clock) {
        this.steps = steps;
        this.json = json;
        this.clock = clock;
    }

    /** Puts steps behind those that the attempt has, as a statement for a trip of the caller's. */
    Query<Boolean> append(StoreId store, UUID job, int attempt, List<JobStep> made) {
        var numbered = new ArrayList<NumberedStep>();
        for (var step : made) {
            numbered.add(new NumberedStep(numbered.size() + 1, step, written(step)));
        }
        return steps.append(store, job, attempt, numbered, clock.instant());
    }

    private @Nullable String written(JobStep step) {
        return step.details().isEmpty() ? null : json.writeValueAsString(step.details());
    }
}
