package iq.sendy.agent.web;

import iq.sendy.agent.AiJobState;
import iq.sendy.agent.JobFilter;
import iq.sendy.agent.JobLog;
import iq.sendy.agent.web.JobLogBodies.LoggedJobBody;
import iq.sendy.agent.web.JobLogBodies.ShownJobBody;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CheckedFilter;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the agent did and why: its jobs, and each with its steps. */
@StoreController
class JobLogController {

    private final JobLog log;
    private final JobLogBodies bodies;

    JobLogController(JobLog log, JobLogBodies bodies) {
        this.log = log;
        this.bodies = bodies;
    }

    record JobFilterQuery(
            @Nullable List<AiJobState> state,
            @Nullable UUID channelId,
            @Nullable UUID conversationId,
            @Text(Text.REFERENCE) @Nullable String reason,
            @Nullable When from,
            @Nullable When to)
            implements CheckedFilter {

        @Override
        public void check(ZoneId zone, Violations violations) {
            CheckedFilter.period(from, to, zone, violations);
        }

        JobFilter wanted(ZoneId zone) {
            return new JobFilter(
                    Objects.requireNonNullElse(state, List.of()),
                    channelId,
                    conversationId,
                    reason,
                    from == null ? null : from.start(zone),
                    to == null ? null : to.end(zone));
        }
    }

    @GetMapping("/social/jobs")
    @Allows(permission = "conversations.view", scope = "messaging:read")
    @Describes("List what the agent did about customers' messages, newest first")
    Answer<Page<LoggedJobBody>> list(@QueryParameters JobFilterQuery filter, Paging paging, Caller caller) {
        return Answer.ok(
                "agent_job.listed",
                log.list(caller.store(), filter.wanted(caller.zone()), paging).map(LoggedJobBody::of));
    }

    @GetMapping("/social/jobs/{id}")
    @Allows(permission = "conversations.view", scope = "messaging:read")
    @Describes("One job of the agent with its steps: calls of the model and of tools, guards, the gate, what was sent")
    Answer<ShownJobBody> get(@PathVariable UUID id, Caller caller) {
        return log.find(caller.store(), id)
                .map(job -> Answer.ok("agent_job.found", bodies.of(job)))
                .orElseGet(Answer::notFound);
    }
}
