package iq.sendy.agent;

import iq.sendy.agent.store.DraftStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AgentConversation;
import iq.sendy.messaging.AgentDesk;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.SaidMessage;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of the agent: replies that it wrote, and that people send as their own. */
@Service
public class AgentDrafts {

    private static final String TYPE = "agent_job";

    private final AgentDesk desk;
    private final Agents agents;
    private final DraftStore drafts;
    private final DraftDelivery delivery;
    private final Pipeline pipeline;
    private final Audit audit;
    private final Clock clock;

    AgentDrafts(
            AgentDesk desk,
            Agents agents,
            DraftStore drafts,
            DraftDelivery delivery,
            Pipeline pipeline,
            Audit audit,
            Clock clock) {
        this.desk = desk;
        this.agents = agents;
        this.drafts = drafts;
        this.delivery = delivery;
        this.pipeline = pipeline;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Queues a draft for its customer, once. Where the customer wrote nothing since, the agent has the conversation again, to
     * draft an answer to what comes next; else it stays with people.
     */
    @Transactional
    public SendDraft.Result send(StoreId store, Actor actor, SendDraft command) {
        var held = desk.hold(store, command.conversation()).orElse(null);
        if (held == null) {
            return new SendDraft.Result.NoSuchJob();
        }
        var job = pipeline.ask(drafts.find(store, command.conversation(), command.job()))
                .first()
                .orElse(null);
        if (job == null) {
            return new SendDraft.Result.NoSuchJob();
        }
        if (!waits(job) || held.history().stream().anyMatch(AgentDrafts::answers)) {
            return new SendDraft.Result.NoDraft();
        }
        var window = held.windowExpiresAt();
        if (window == null || !clock.instant().isBefore(window)) {
            return new SendDraft.Result.DraftTooLate();
        }
        var message = delivery.send(store, actor, job);
        giveBack(store, held, job);
        audit.record(
                store,
                actor,
                new Change(TYPE + ".draft_sent", TYPE, job.id(), null, Map.of("conversationId", held.id())));
        return new SendDraft.Result.Queued(message);
    }

    private static boolean waits(AiMessageJob job) {
        return job.state() == AiJobState.HANDED_OFF
                && HandOffReason.DRAFT.toString().equals(job.reason())
                && job.reply().message() == null
                && job.reply().content() != null;
    }

    /** What was said since the draft was made is all that the agent's desk still shows: it was handed over then. */
    private static boolean answers(SaidMessage message) {
        return message.author() == AuthorKind.STAFF || message.author() == AuthorKind.NATIVE_APP;
    }

    private void giveBack(StoreId store, AgentConversation held, AiMessageJob job) {
        if (held.status() != ConversationStatus.OPEN || held.history().stream().anyMatch(SaidMessage::isCustomers)) {
            return;
        }
        var answered = agents.at(store, held.channel());
        pipeline.send(answered.queries());
        if (answered.include(held.contact().id(), held.contact().names())) {
            desk.takeBack(store, held.id(), job.place().first());
        }
    }
}
