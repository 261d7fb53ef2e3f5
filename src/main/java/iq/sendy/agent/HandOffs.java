package iq.sendy.agent;

import iq.sendy.agent.JobStep.Kind;
import iq.sendy.agent.model.FixedText;
import iq.sendy.agent.model.FixedTexts;
import iq.sendy.agent.store.MessageJobStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AgentConversation;
import iq.sendy.messaging.AgentDesk;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.OutboundMessages;
import iq.sendy.messaging.QueueMessage;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.OutboundText;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Hand-offs of conversations to people: the customer is told by a fixed text, the conversation waits for a person, and the
 * job is over. All in the transaction that has the conversation locked.
 */
@Component
class HandOffs {

    private static final MessageAuthor SYSTEM = new MessageAuthor(AuthorKind.SYSTEM, null, null);

    private final AgentDesk desk;
    private final OutboundMessages messages;
    private final MessageJobStore jobs;
    private final JobSteps steps;
    private final Pipeline pipeline;
    private final Clock clock;

    HandOffs(
            AgentDesk desk,
            OutboundMessages messages,
            MessageJobStore jobs,
            JobSteps steps,
            Pipeline pipeline,
            Clock clock) {
        this.desk = desk;
        this.messages = messages;
        this.jobs = jobs;
        this.steps = steps;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Hands over with a word to the customer, if there may be one; a draft speaks for itself. */
    void give(StoreId store, AiMessageJob job, AgentConversation conversation, HandOffReason reason, ReplyLanguage language) {
        if (reason != HandOffReason.DRAFT) {
            say(store, conversation, text(reason), language);
        }
        over(store, job, AiJobState.HANDED_OFF, reason.toString());
    }

    /** Its attempts are used up. */
    void dead(StoreId store, AiMessageJob job, AgentConversation conversation, String reason, ReplyLanguage language) {
        say(store, conversation, FixedText.ERROR, language);
        over(store, job, AiJobState.DEAD, reason);
    }

    /** A guard said no: people have it, and nothing is said. */
    void skip(StoreId store, AiMessageJob job, String reason) {
        over(store, job, AiJobState.SKIPPED, reason);
    }

    private static FixedText text(HandOffReason reason) {
        return reason == HandOffReason.CLOSED ? FixedText.CLOSED : FixedText.HAND_OFF;
    }

    private void over(StoreId store, AiMessageJob job, AiJobState state, String reason) {
        desk.handOver(store, job.place().conversation());
        var step = new JobStep(Kind.HAND_OFF, reason, state.toString(), Map.of());
        pipeline.send(
                jobs.finish(store, job.id(), state, reason, clock.instant()),
                steps.append(store, job.id(), job.progress().runs(), List.of(step)));
    }

    private void say(StoreId store, AgentConversation conversation, FixedText text, ReplyLanguage language) {
        var window = conversation.windowExpiresAt();
        if (window != null && clock.instant().isBefore(window)) {
            messages.queue(
                    store,
                    new QueueMessage(
                            conversation.id(), SYSTEM, new OutboundText(FixedTexts.of(language, text)), null));
        }
    }
}
