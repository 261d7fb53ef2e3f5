package iq.sendy.messaging;

import iq.sendy.accounts.Accounts;
import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ConversationChange.CareStep;
import iq.sendy.messaging.jobs.SnoozeEnd;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people do with a conversation. Each step may be taken twice: the second changes nothing and says the same. */
@Service
public class ConversationActions {

    /** What somebody needs to whom a conversation is assigned. */
    private static final String SEES_CONVERSATIONS = Caller.PERMISSION_PREFIX + "conversations.view";

    private final ConversationChange change;
    private final Accounts accounts;
    private final AgentPresence agent;
    private final Jobs jobs;
    private final SnoozeEnd snoozeEnd;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    ConversationActions(
            ConversationChange change,
            Accounts accounts,
            AgentPresence agent,
            Jobs jobs,
            SnoozeEnd snoozeEnd,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.change = change;
        this.accounts = accounts;
        this.agent = agent;
        this.jobs = jobs;
        this.snoozeEnd = snoozeEnd;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Closes it until the customer writes again; empty when there is none. */
    @Transactional
    public Optional<ConversationView> resolve(StoreId store, Actor actor, UUID conversation) {
        return change.take(
                store,
                actor,
                "conversation.resolved",
                conversation,
                before -> before.isResolved() ? before : before.resolved());
    }

    /** Opens a resolved one for people; the customer waits again if nothing was answered. */
    @Transactional
    public Optional<ConversationView> reopen(StoreId store, Actor actor, UUID conversation) {
        return change.take(
                store,
                actor,
                "conversation.reopened",
                conversation,
                before -> before.reopened(change.unanswered(store, conversation, before)));
    }

    /** Takes it from the agent, or from a colleague. A member has it assigned; a key is no member. */
    @Transactional
    public Optional<ConversationView> takeOver(StoreId store, Actor actor, UUID conversation) {
        return change.lockFor(store, actor.member(), conversation).map(held -> {
            var before = held.state();
            var after = before.takenOver(held.member(), change.unanswered(store, conversation, before));
            return change.taken(store, actor, new CareStep("conversation.taken_over", conversation, before, after));
        });
    }

    @Transactional
    public HandBackConversation.Result handBack(StoreId store, Actor actor, HandBackConversation command) {
        var conversation = command.conversation();
        var before = change.lock(store, conversation).orElse(null);
        if (before == null) {
            return new HandBackConversation.Result.NoSuchConversation();
        }
        var view = change.view(store, conversation);
        if (!agent.isIn(store, view)) {
            return new HandBackConversation.Result.KeptByPeople(view);
        }
        var step = new CareStep("conversation.handed_back", conversation, before, before.handedBack());
        return new HandBackConversation.Result.HandedBack(change.taken(store, actor, step));
    }

    /** Its status stays: who wants it from the agent takes it over. */
    @Transactional
    public AssignConversation.Result assign(StoreId store, Actor actor, AssignConversation command) {
        var conversation = command.conversation();
        var member = command.member();
        var locked = change.lockFor(store, member, conversation);
        if (locked.isEmpty()) {
            return new AssignConversation.Result.NoSuchConversation();
        }
        var before = locked.get().state();
        var refusal = member == null ? null : refusal(store, member);
        if (refusal != null) {
            return refusal;
        }
        var step = new CareStep("conversation.assigned", conversation, before, before.assignedTo(member));
        return new AssignConversation.Result.Assigned(change.taken(store, actor, step));
    }

    private AssignConversation.@Nullable Result refusal(StoreId store, UUID member) {
        var profile = accounts.profile(store, member).orElse(null);
        if (profile == null || !profile.member().active()) {
            return new AssignConversation.Result.NoSuchMember();
        }
        return profile.permissions().contains(SEES_CONVERSATIONS)
                ? null
                : new AssignConversation.Result.MemberWithoutInbox();
    }

    /** A member is gone: what they had, nobody has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(StoreId store, UUID member) {
        change.leave(store, member);
    }

    @Transactional
    public SnoozeConversation.Result snooze(StoreId store, Actor actor, SnoozeConversation command) {
        var until = command.until();
        var conversation = command.conversation();
        var before = change.lock(store, conversation).orElse(null);
        if (before == null) {
            return new SnoozeConversation.Result.NoSuchConversation();
        }
        if (until != null && !until.isAfter(clock.instant())) {
            return new SnoozeConversation.Result.TimeHasPassed();
        }
        var step = new CareStep("conversation.snoozed", conversation, before, before.snoozed(until));
        var view = change.taken(store, actor, step);
        if (until != null && !step.after().equals(before)) {
            jobs.enqueue(store, List.of(snoozeEnd.job(uuidGenerator.next(), conversation, until)));
        }
        return new SnoozeConversation.Result.Snoozed(view);
    }

    /** The agent stays out of it for a while. */
    @Transactional
    public PauseAgent.Result pauseAgent(StoreId store, Actor actor, PauseAgent command) {
        var until = command.until();
        var conversation = command.conversation();
        var before = change.lock(store, conversation).orElse(null);
        if (before == null) {
            return new PauseAgent.Result.NoSuchConversation();
        }
        if (until != null && !until.isAfter(clock.instant())) {
            return new PauseAgent.Result.TimeHasPassed();
        }
        var step = new CareStep("conversation.agent_paused", conversation, before, before.withoutAgentUntil(until));
        return new PauseAgent.Result.Paused(change.taken(store, actor, step));
    }

    @Transactional
    public ReadConversation.Result read(StoreId store, Actor actor, ReadConversation command) {
        var conversation = command.conversation();
        var upTo = command.upTo();
        var before = change.lock(store, conversation).orElse(null);
        if (before == null) {
            return new ReadConversation.Result.NoSuchConversation();
        }
        var left = upTo == null ? Optional.of(0L) : change.receivedBehind(store, conversation, upTo);
        if (left.isEmpty()) {
            return new ReadConversation.Result.NoSuchMessage();
        }
        var step = new CareStep("conversation.read", conversation, before, before.read(left.get()));
        return new ReadConversation.Result.Read(change.taken(store, actor, step));
    }
}
