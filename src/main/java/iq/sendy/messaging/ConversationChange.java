package iq.sendy.messaging;

import iq.sendy.accounts.MemberHolds;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.model.CareState;
import iq.sendy.messaging.store.CareStore;
import iq.sendy.messaging.store.InboxStore;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Change of a conversation by people, under its lock: what changes nothing leaves no trace. */
@Component
class ConversationChange {

    private static final String TYPE = "conversation";

    private final CareStore care;
    private final InboxStore inbox;
    private final MemberHolds members;
    private final Pipeline pipeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConversationChange(
            CareStore care,
            InboxStore inbox,
            MemberHolds members,
            Pipeline pipeline,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.care = care;
        this.inbox = inbox;
        this.members = members;
        this.pipeline = pipeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What the audit log shows of a conversation. */
    record AuditedCare(
            ConversationStatus status,
            @Nullable UUID assignedUserId,
            long unreadCount,
            @Nullable Instant snoozedUntil,
            @Nullable Instant agentPausedUntil) {

        static AuditedCare of(CareState state) {
            return new AuditedCare(
                    state.status(),
                    state.assignedUser(),
                    state.unread(),
                    state.snoozedUntil(),
                    state.agentPausedUntil());
        }
    }

    /** A step from one state to the next, as the audit log names it. */
    record CareStep(String action, UUID conversation, CareState before, CareState after) {

        boolean takesFromAgent() {
            return before.status() == ConversationStatus.PENDING && after.status() != ConversationStatus.PENDING;
        }

        boolean givesToAgent() {
            return before.status() != ConversationStatus.PENDING && after.status() == ConversationStatus.PENDING;
        }
    }

    /** Takes a step under the conversation's lock; empty when there is no such conversation. */
    Optional<ConversationView> take(
            StoreId store, Actor actor, String action, UUID conversation, UnaryOperator<CareState> step) {
        return lock(store, conversation)
                .map(before -> taken(store, actor, new CareStep(action, conversation, before, step.apply(before))));
    }

    /** Takes a step of a conversation that is locked. */
    ConversationView taken(StoreId store, Actor actor, CareStep step) {
        var conversation = step.conversation();
        if (step.after().equals(step.before())) {
            return view(store, conversation);
        }
        var saved = care.save(store, conversation, step.after(), clock.instant());
        if (step.takesFromAgent()) {
            events.publishEvent(
                    new ConversationTaken(store, conversation, step.after().status()));
        }
        if (step.givesToAgent()) {
            // Saved before it is heard: who hears it may read the conversation.
            pipeline.send(saved);
            events.publishEvent(new ConversationHandedBack(store, conversation));
            saved = Query.known(List.of());
        }
        var change = new Audit.Change(
                step.action(), TYPE, conversation, AuditedCare.of(step.before()), AuditedCare.of(step.after()));
        return written(store, actor, change, conversation, List.of(saved));
    }

    /** Writes a change of a locked conversation, tells of it, and answers what became of it. */
    ConversationView written(
            StoreId store, Actor actor, Audit.Change change, UUID conversation, List<Query<Boolean>> writes) {
        var trip = pipeline.open();
        trip.addAll(writes);
        var view = trip.add(inbox.find(store, conversation));
        trip.send();
        audit.record(store, actor, change);
        events.publishEvent(new ConversationChanged(store, conversation));
        return view.single();
    }

    /** Assigns what a member had to nobody, and tells of what is not resolved. */
    void leave(StoreId store, UUID member) {
        pipeline.ask(care.leave(store, member, clock.instant()))
                .answer()
                .forEach(conversation -> events.publishEvent(new ConversationChanged(store, conversation)));
    }

    /** The conversation, against any message and any other change until the transaction ends. */
    Optional<CareState> lock(StoreId store, UUID conversation) {
        return pipeline.ask(care.lock(store, conversation)).first();
    }

    /** A conversation that is locked, and the member who is to have it; null where there is none, or not any more. */
    record HeldCare(CareState state, @Nullable UUID member) {}

    /** As {@link #lock}, for a member who is to have it: nobody removes them before that is done. */
    Optional<HeldCare> lockFor(StoreId store, @Nullable UUID member, UUID conversation) {
        var held = members.active(store, member);
        var locked = care.lock(store, conversation);
        pipeline.send(held, locked);
        return locked.first().map(state -> new HeldCare(state, held.first().orElse(null)));
    }

    ConversationView view(StoreId store, UUID conversation) {
        return pipeline.ask(inbox.find(store, conversation)).single();
    }

    /** Since when the customer waits by what was said, where a resolved conversation no longer says it itself. */
    Optional<Instant> unanswered(StoreId store, UUID conversation, CareState state) {
        return state.isResolved()
                ? pipeline.ask(care.unanswered(store, conversation)).first()
                : Optional.empty();
    }

    /** How many messages were received behind one; empty when it is none of the conversation. */
    Optional<Long> receivedBehind(StoreId store, UUID conversation, UUID message) {
        return pipeline.ask(care.receivedBehind(store, conversation, message)).first();
    }
}
