package iq.sendy.agent.web;

import iq.sendy.agent.AgentDrafts;
import iq.sendy.agent.JobLog;
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

/** Drafts of the agent, to send. */
@StoreController
class DraftController {

    private final AgentDrafts drafts;
    private final JobLog log;

    DraftController(AgentDrafts drafts, JobLog log) {
        this.drafts = drafts;
        this.log = log;
    }

    @PostMapping("/social/conversations/{id}/jobs/{jobId}/send-draft")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(value = "Send what the agent drafted to the customer, once", refuses = SendDraft.Result.class)
    Answer<LoggedJobBody> send(@PathVariable UUID id, @PathVariable UUID jobId, Caller caller, Actor actor) {
        return switch (drafts.send(caller.store(), actor, new SendDraft(id, jobId))) {
            case SendDraft.Result.Queued _ ->
                log.find(caller.store(), jobId)
                        .map(job -> Answer.ok("agent_job.draft_sent", LoggedJobBody.of(job.named())))
                        .orElseGet(Answer::notFound);
            case SendDraft.Result.NoSuchJob _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
