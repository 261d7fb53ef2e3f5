package iq.sendy.messaging.web;

import iq.sendy.kernel.When;
import iq.sendy.messaging.AssignConversation;
import iq.sendy.messaging.ConversationActions;
import iq.sendy.messaging.ConversationBody;
import iq.sendy.messaging.ConversationLabel;
import iq.sendy.messaging.ConversationLabels;
import iq.sendy.messaging.ConversationNotes;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.Conversations;
import iq.sendy.messaging.HandBackConversation;
import iq.sendy.messaging.NoteView;
import iq.sendy.messaging.PauseAgent;
import iq.sendy.messaging.ReadConversation;
import iq.sendy.messaging.SnoozeConversation;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What people do with a conversation: resolve, assign, take over, note, label, snooze and read it. */
@StoreController
class ConversationActionController {

    private final Conversations conversations;
    private final ConversationActions actions;
    private final ConversationNotes notes;
    private final ConversationLabels labels;

    ConversationActionController(
            Conversations conversations,
            ConversationActions actions,
            ConversationNotes notes,
            ConversationLabels labels) {
        this.conversations = conversations;
        this.actions = actions;
        this.notes = notes;
        this.labels = labels;
    }

    /** null assigns it to nobody. */
    record AssignRequest(Patch<UUID> userId) implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (!userId.present()) {
                violations.add("userId", "field.required");
            }
        }
    }

    record NoteRequest(
            @Required @Text(Text.NOTES) @Example("\"يريد التوصيل بعد العصر\"")
            String text) {}

    record LabelsRequest(
            @Required @Size(max = ConversationLabel.MOST) @Text(ConversationLabel.MOST_CHARACTERS) @Example("[\"VIP\"]")
            List<String> labels) {

        List<ConversationLabel> wanted() {
            return labels.stream().map(ConversationLabel::new).toList();
        }
    }

    /** null brings it back now. */
    record SnoozeRequest(
            @Example("\"2026-12-01T06:00:00Z\"") Patch<When> until) implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (!until.present()) {
                violations.add("until", "field.required");
            }
        }
    }

    /** null ends it now. */
    record AgentPauseRequest(
            @Example("\"2026-12-01T06:00:00Z\"") Patch<When> until) implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (!until.present()) {
                violations.add("until", "field.required");
            }
        }
    }

    /** Without the message that was seen last, all were. */
    record ReadRequest(@Nullable UUID upTo) {}

    @PostMapping("/social/conversations/{id}/resolve")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes("Close a conversation until the customer writes again")
    Answer<ConversationBody> resolve(@PathVariable UUID id, Caller caller, Actor actor) {
        return answer("conversation.resolved", actions.resolve(caller.store(), actor, id));
    }

    @PostMapping("/social/conversations/{id}/reopen")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes("Open a resolved conversation for people")
    Answer<ConversationBody> reopen(@PathVariable UUID id, Caller caller, Actor actor) {
        return answer("conversation.reopened", actions.reopen(caller.store(), actor, id));
    }

    @PostMapping("/social/conversations/{id}/take-over")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes("Take a conversation from the agent or a colleague; by a key it is opened and assigned to nobody new")
    Answer<ConversationBody> takeOver(@PathVariable UUID id, Caller caller, Actor actor) {
        return answer("conversation.taken_over", actions.takeOver(caller.store(), actor, id));
    }

    @PostMapping("/social/conversations/{id}/hand-back")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(
            "Hand a conversation back to the agent; where none answers it stays with people, and the message says so")
    Answer<ConversationBody> handBack(@PathVariable UUID id, Caller caller, Actor actor) {
        return switch (actions.handBack(caller.store(), actor, new HandBackConversation(id))) {
            case HandBackConversation.Result.HandedBack(var conversation) ->
                Answer.ok("conversation.handed_back", ConversationBody.of(conversation));
            case HandBackConversation.Result.KeptByPeople(var conversation) ->
                Answer.ok("conversation.kept_by_people", ConversationBody.of(conversation));
            case HandBackConversation.Result.NoSuchConversation _ -> Answer.notFound();
        };
    }

    @PostMapping("/social/conversations/{id}/assign")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(
            value = "Assign a conversation to a member who may see conversations, or with null to nobody",
            refuses = AssignConversation.Result.class)
    Answer<ConversationBody> assign(
            @PathVariable UUID id, @Body Bound<AssignRequest> body, Caller caller, Actor actor) {
        if (unknown(body, caller, id)) {
            return Answer.notFound();
        }
        var command = new AssignConversation(id, body.valid().userId().value());
        return switch (actions.assign(caller.store(), actor, command)) {
            case AssignConversation.Result.Assigned(var conversation) ->
                Answer.ok("conversation.assigned", ConversationBody.of(conversation));
            case AssignConversation.Result.NoSuchConversation _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    @PostMapping("/social/conversations/{id}/notes")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes("Note something on a conversation for the store's people; the customer never sees it")
    Answer<NoteView> note(@PathVariable UUID id, @Body Bound<NoteRequest> body, Caller caller, Actor actor) {
        if (unknown(body, caller, id)) {
            return Answer.notFound();
        }
        return notes.write(caller.store(), actor, id, body.valid().text())
                .map(note -> Answer.ok("note.created", note))
                .orElseGet(Answer::notFound);
    }

    @PostMapping("/social/conversations/{id}/labels")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes("Put these labels on a conversation in place of those that it has")
    Answer<ConversationBody> label(@PathVariable UUID id, @Body Bound<LabelsRequest> body, Caller caller, Actor actor) {
        if (unknown(body, caller, id)) {
            return Answer.notFound();
        }
        return answer(
                "conversation.labelled",
                labels.replace(caller.store(), actor, id, body.valid().wanted()));
    }

    @PostMapping("/social/conversations/{id}/snooze")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(
            value = "Put a conversation away until a time or the customer's next message, or with null bring it back",
            refuses = SnoozeConversation.Result.class)
    Answer<ConversationBody> snooze(
            @PathVariable UUID id, @Body Bound<SnoozeRequest> body, Caller caller, Actor actor) {
        if (unknown(body, caller, id)) {
            return Answer.notFound();
        }
        var until = body.valid().until().value();
        var command = new SnoozeConversation(id, until == null ? null : until.start(caller.zone()));
        return switch (actions.snooze(caller.store(), actor, command)) {
            case SnoozeConversation.Result.Snoozed(var conversation) ->
                Answer.ok(
                        until == null ? "conversation.unsnoozed" : "conversation.snoozed",
                        ConversationBody.of(conversation));
            case SnoozeConversation.Result.NoSuchConversation _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    @PostMapping("/social/conversations/{id}/pause-agent")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(
            value = "Keep the agent out of a conversation until a time, or with null end that",
            refuses = PauseAgent.Result.class)
    Answer<ConversationBody> pauseAgent(
            @PathVariable UUID id, @Body Bound<AgentPauseRequest> body, Caller caller, Actor actor) {
        if (unknown(body, caller, id)) {
            return Answer.notFound();
        }
        var until = body.valid().until().value();
        var command = new PauseAgent(id, until == null ? null : until.start(caller.zone()));
        return switch (actions.pauseAgent(caller.store(), actor, command)) {
            case PauseAgent.Result.Paused(var conversation) ->
                Answer.ok(
                        until == null ? "conversation.agent_resumed" : "conversation.agent_paused",
                        ConversationBody.of(conversation));
            case PauseAgent.Result.NoSuchConversation _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    @PostMapping("/social/conversations/{id}/read")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(
            value = "Note that a conversation was read; what came after the message upTo stays unread",
            refuses = ReadConversation.Result.class)
    Answer<ConversationBody> read(@PathVariable UUID id, @Body Bound<ReadRequest> body, Caller caller, Actor actor) {
        if (unknown(body, caller, id)) {
            return Answer.notFound();
        }
        var command = new ReadConversation(id, body.valid().upTo());
        return switch (actions.read(caller.store(), actor, command)) {
            case ReadConversation.Result.Read(var conversation) ->
                Answer.ok("conversation.read", ConversationBody.of(conversation));
            case ReadConversation.Result.NoSuchConversation _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    /** An id that leads nowhere says so, whatever else is wrong. */
    private boolean unknown(Bound<?> body, Caller caller, UUID id) {
        return !body.problems().isEmpty()
                && conversations.find(caller.store(), id).isEmpty();
    }

    private static Answer<ConversationBody> answer(String message, Optional<ConversationView> changed) {
        return changed.map(conversation -> Answer.ok(message, ConversationBody.of(conversation)))
                .orElseGet(Answer::notFound);
    }
}
