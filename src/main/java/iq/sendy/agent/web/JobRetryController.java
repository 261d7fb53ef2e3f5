package iq.sendy.agent.web;

import iq.sendy.agent.JobLog;
import iq.sendy.agent.JobRetries;
import iq.sendy.agent.RetryJob;
import iq.sendy.agent.web.JobLogBodies.LoggedJobBody;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Dead jobs of the agent, to drive again. */
@StoreController
class JobRetryController {

    private final JobRetries retries;
    private final JobLog log;

    JobRetryController(JobRetries retries, JobLog log) {
        this.retries = retries;
        this.log = log;
    }

    @PostMapping("/social/conversations/{id}/jobs/{jobId}/retry")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(value = "Drive a dead job of the agent again", refuses = RetryJob.Result.class)
    Answer<LoggedJobBody> retry(@PathVariable UUID id, @PathVariable UUID jobId, Caller caller, Actor actor) {
        return switch (retries.drive(caller.store(), actor, new RetryJob(id, jobId))) {
            case RetryJob.Result.Driven _ ->
                log.find(caller.store(), jobId)
                        .map(job -> Answer.ok("agent_job.retried", LoggedJobBody.of(job.named())))
                        .orElseGet(Answer::notFound);
            case RetryJob.Result.NoSuchJob _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
