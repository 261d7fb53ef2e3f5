package iq.sendy.agent;

import iq.sendy.agent.JobStep.StepKind;
import iq.sendy.agent.model.FixedText;
import iq.sendy.agent.model.FixedTexts;
import iq.sendy.kernel.InputText;
import iq.sendy.messaging.AgentConversation;
import iq.sendy.messaging.AgentDesk;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.ConversationNotes;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.OutboundMessages;
import iq.sendy.messaging.QueueMessage;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.OutboundText;
import java.time.Clock;
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
    private final ConversationNotes notes;
    private final OutboundMessages messages;
    private final JobBoard board;
    private final Clock clock;

    HandOffs(AgentDesk desk, ConversationNotes notes, OutboundMessages messages, JobBoard board, Clock clock) {
        this.desk = desk;
        this.notes = notes;
        this.messages = messages;
        this.board = board;
        this.clock = clock;
    }

    /** Tells people what the model said that the customer needs, as a note that no customer and no model ever reads. */
    void note(GuardedJob guarded, String summary) {
        if (!InputText.blank(summary)) {
            notes.write(
                    guarded.job().store(),
                    QuoteHolds.AGENT,
                    guarded.conversation().id(),
                    summary);
        }
    }

    /** Hands over with a word to the customer, if there may be one; a draft speaks for itself. */
    void give(GuardedJob guarded, HandOffReason reason, ReplyLanguage language) {
        if (reason != HandOffReason.DRAFT) {
            var text = reason == HandOffReason.CLOSED ? FixedText.CLOSED : FixedText.HAND_OFF;
            say(guarded, text, language);
        }
        over(guarded, AiJobState.HANDED_OFF, reason.toString());
    }

    /** No attempt will help: the customer hears that a person answers, and staff may drive the job again. */
    void dead(GuardedJob guarded, String reason, ReplyLanguage language) {
        say(guarded, FixedText.ERROR, language);
        var step = new JobStep(
                StepKind.HAND_OFF,
                HandOffReason.FAILED.toString(),
                AiJobState.DEAD.toString(),
                Map.of("reason", reason));
        over(guarded, AiJobState.DEAD, reason, step);
    }

    /** A guard said no: people have it, and nothing is said. */
    void skip(GuardedJob guarded, String reason) {
        over(guarded, AiJobState.SKIPPED, reason);
    }

    private void over(GuardedJob guarded, AiJobState state, String reason) {
        over(guarded, state, reason, JobStep.of(StepKind.HAND_OFF, reason, state.toString()));
    }

    private void over(GuardedJob guarded, AiJobState state, String reason, JobStep step) {
        desk.handOver(guarded.job().store(), guarded.conversation().id());
        board.finish(guarded.job(), state, reason, step);
    }

    private void say(GuardedJob guarded, FixedText text, ReplyLanguage language) {
        if (isOpen(guarded.conversation())) {
            var words = new OutboundText(FixedTexts.of(language, text));
            messages.queue(
                    guarded.job().store(),
                    QueueMessage.notice(guarded.conversation().id(), SYSTEM, words));
        }
    }

    private boolean isOpen(AgentConversation conversation) {
        var window = conversation.windowExpiresAt();
        return window != null && clock.instant().isBefore(window);
    }
}
