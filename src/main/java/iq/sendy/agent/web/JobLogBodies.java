package iq.sendy.agent.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import iq.sendy.agent.AiJobState;
import iq.sendy.agent.JobLog.NamedJob;
import iq.sendy.agent.JobLog.ShownJob;
import iq.sendy.agent.LoggedStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jobs of the agent on the wire. */
@Component
class JobLogBodies {

    private final JsonMapper json;

    JobLogBodies(JsonMapper json) {
        this.json = json;
    }

    /**
     * A job in a list.
     *
     * @param draft a reply that a person is to send
     */
    record LoggedJobBody(
            UUID id,
            UUID conversationId,
            UUID channelId,
            @Nullable String contactName,
            UUID messageId,
            @Nullable UUID replyMessageId,
            AiJobState state,
            @Nullable String reason,
            int attempts,
            long inputTokens,
            long outputTokens,
            @Nullable String draft,
            Instant createdAt,
            @Nullable Instant finishedAt) {

        static LoggedJobBody of(NamedJob named) {
            var job = named.job();
            return new LoggedJobBody(
                    job.id(),
                    job.place().conversation(),
                    job.place().channel(),
                    named.contact(),
                    job.place().message(),
                    job.reply().message(),
                    job.state(),
                    job.reason(),
                    job.cost().attempts(),
                    job.cost().inputTokens(),
                    job.cost().outputTokens(),
                    job.draft(),
                    job.times().created(),
                    job.times().finished());
        }
    }

    /** A step of a job. */
    record JobStepBody(
            int attempt,
            int number,
            String kind,
            String name,
            String outcome,
            @Nullable JsonNode details,
            Instant at) {}

    /** A job alone, with all that it did. */
    record ShownJobBody(@JsonUnwrapped LoggedJobBody job, List<JobStepBody> steps) {}

    ShownJobBody of(ShownJob shown) {
        return new ShownJobBody(
                LoggedJobBody.of(shown.named()),
                shown.steps().stream().map(this::of).toList());
    }

    private JobStepBody of(LoggedStep step) {
        var details = step.details();
        return new JobStepBody(
                step.attempt(),
                step.number(),
                step.kind(),
                step.name(),
                step.outcome(),
                details == null ? null : json.readTree(details),
                step.at());
    }
}
