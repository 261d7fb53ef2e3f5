package iq.sendy.agent.web;

import iq.sendy.agent.AgentDrafts;
import iq.sendy.agent.JobLog;
import iq.sendy.agent.JobRetries;
import iq.sendy.agent.RetryJob;
import iq.sendy.agent.SendDraft;
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

/** What people do about jobs of the agent: send what one drafted, and drive a dead one again. */
@StoreController
class JobActionController {

    private final AgentDrafts drafts;
    private final JobRetries retries;
    private final JobLog log;

    JobActionController(AgentDrafts drafts, JobRetries retries, JobLog log) {
        this.drafts = drafts;
        this.retries = retries;
        this.log = log;
    }

    @PostMapping("/social/conversations/{id}/jobs/{jobId}/send-draft")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(value = "Send what the agent drafted to the customer, once", refuses = SendDraft.Result.class)
    Answer<LoggedJobBody> send(@PathVariable UUID id, @PathVariable UUID jobId, Caller caller, Actor actor) {
        return switch (drafts.send(caller.store(), actor, new SendDraft(id, jobId))) {
            case SendDraft.Result.Queued _ -> shown("agent_job.draft_sent", jobId, caller);
            case SendDraft.Result.NoSuchJob _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    @PostMapping("/social/conversations/{id}/jobs/{jobId}/retry")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(value = "Drive a dead job of the agent again", refuses = RetryJob.Result.class)
    Answer<LoggedJobBody> retry(@PathVariable UUID id, @PathVariable UUID jobId, Caller caller, Actor actor) {
        return switch (retries.drive(caller.store(), actor, new RetryJob(id, jobId))) {
            case RetryJob.Result.Driven _ -> shown("agent_job.retried", jobId, caller);
            case RetryJob.Result.NoSuchJob _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    private Answer<LoggedJobBody> shown(String message, UUID job, Caller caller) {
        return log.find(caller.store(), job)
                .map(found -> Answer.ok(message, LoggedJobBody.of(found.named())))
                .orElseGet(Answer::notFound);
    }
}
