package iq.sendy.messaging;

import iq.sendy.channels.ChannelHealth;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.MessageUpdateStore;
import iq.sendy.messaging.store.MessageUpdateStore.UpdatedMessage;
import iq.sendy.messaging.store.SettlementStore;
import iq.sendy.meta.GraphError;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Settlement of attempts to send: what follows for the message, its conversation and its channel, inside the transaction of
 * whoever locked the conversation.
 */
@Component
class OutboundSettlement {

    private final SettlementStore settlements;
    private final MessageUpdateStore updates;
    private final Pipeline pipeline;
    private final ChannelHealth health;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutboundSettlement(
            SettlementStore settlements,
            MessageUpdateStore updates,
            Pipeline pipeline,
            ChannelHealth health,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settlements = settlements;
        this.updates = updates;
        this.pipeline = pipeline;
        this.health = health;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A message whose conversation is locked.
     *
     * @param author who wrote it
     * @param seen whether its conversation shows it already
     * @param writer the person or program that waits for the answer; null of what is sent by itself
     * @param keeper the member who has the conversation from now on if the agent had it; null where its writer is none
     */
    record SentMessage(
            StoreId store,
            OutboundTarget target,
            UUID id,
            AuthorKind author,
            boolean seen,
            @Nullable Actor writer,
            @Nullable UUID keeper) {

        /** One that is sent by itself. */
        SentMessage(StoreId store, OutboundTarget target, UUID id, AuthorKind author, boolean seen) {
            this(store, target, id, author, seen, null, null);
        }

        UUID conversation() {
            return target.conversation();
        }
    }

    /** Meta took it. */
    void accepted(SentMessage message, String externalId) {
        var now = clock.instant();
        var store = message.store();
        var channel = message.target().channel();
        var ids = List.of(externalId);
        var there = settlements.accepted(store, message.id(), externalId, now);
        var trip = pipeline.open();
        trip.add(updates.lockExternal(store, channel, ids));
        trip.addAll(settlements.freed(store, channel, message.id(), externalId));
        trip.add(there);
        // A status may have come before Meta's answer to us.
        var told = trip.add(updates.settleParked(store, channel, ids));
        trip.add(settlements.settle(store, message.id(), SendState.SENT, null, now));
        trip.add(settlements.answered(store, message.conversation(), message.id(), now));
        trip.send();
        health.recovered(store, channel);
        settled(message, SendState.SENT);
        if (there.any()) {
            joined(message);
        }
        if (told.answer().stream().anyMatch(UpdatedMessage::hasFailed)) {
            pipeline.send(settlements.opened(store, message.conversation(), now));
            left(message);
        }
    }

    /** Something else told that Meta took it, before whoever asked could say so. */
    void adopted(SentMessage message) {
        var now = clock.instant();
        pipeline.send(
                settlements.settle(message.store(), message.id(), SendState.SENT, null, now),
                settlements.answered(message.store(), message.conversation(), message.id(), now));
        settled(message, SendState.SENT);
        joined(message);
    }

    /** Nobody knows whether Meta took it: people see it as not confirmed, and evidence is waited for. */
    void unconfirmed(SentMessage message) {
        var now = clock.instant();
        var there = settlements.unknown(message.store(), message.id(), now);
        pipeline.send(there, settlements.joined(message.store(), message.conversation(), message.id(), now));
        if (there.any()) {
            joined(message);
        }
    }

    /**
     * Whoever had it is dead or frozen, and may have asked Meta at any time until now. If nobody was there to hear of it, such
     * as in an outage, what Meta tells is still to come: evidence is waited for from now on.
     */
    void lost(SentMessage message) {
        pipeline.send(settlements.asked(message.store(), message.id(), clock.instant()));
        unconfirmed(message);
    }

    /** No evidence came: it stays as it is, and a person decides. */
    void unsettled(SentMessage message) {
        var now = clock.instant();
        pipeline.send(
                settlements.settle(message.store(), message.id(), SendState.UNKNOWN, null, now),
                settlements.opened(message.store(), message.conversation(), now));
        settled(message, SendState.UNKNOWN);
        events.publishEvent(new ConversationChanged(message.store(), message.conversation()));
        left(message);
    }

    /** It was not sent, and whoever waits for the answer hears why; no conversation ever shows it. */
    void withdrawn(SentMessage message, SendState state, @Nullable GraphError error) {
        var now = clock.instant();
        pipeline.send(
                settlements.settle(message.store(), message.id(), state, error, now),
                settlements.withdraw(message.store(), message.id()));
        told(message, state, true);
        if (error != null) {
            health.record(message.store(), message.target().channel(), error);
        }
    }

    /** It was not sent, nobody waits for an answer, and so its conversation shows it with the reason and waits for a person. */
    void failed(SentMessage message, SendState state, String code, @Nullable GraphError error) {
        var now = clock.instant();
        pipeline.send(
                settlements.settle(message.store(), message.id(), state, error, now),
                settlements.failed(message.store(), message.id(), code, error == null ? null : error.message(), now),
                settlements.joined(message.store(), message.conversation(), message.id(), now),
                settlements.opened(message.store(), message.conversation(), now));
        settled(message, state);
        if (error != null) {
            health.record(message.store(), message.target().channel(), error);
        }
        joined(message);
        left(message);
    }

    /** The agent hears what became of its own words. */
    private void settled(SentMessage message, SendState state) {
        told(message, state, false);
    }

    private void told(SentMessage message, SendState state, boolean withdrawn) {
        if (message.author() == AuthorKind.AI) {
            events.publishEvent(
                    new ReplySettled(message.store(), message.conversation(), message.id(), state, withdrawn));
        }
    }

    /** A person is to look at what the agent had. */
    private void left(SentMessage message) {
        if (message.writer() == null && message.target().status() == ConversationStatus.PENDING) {
            events.publishEvent(
                    new ConversationTaken(message.store(), message.conversation(), ConversationStatus.OPEN));
        }
    }

    private void joined(SentMessage message) {
        takeOver(message);
        events.publishEvent(
                message.seen()
                        ? new MessageChanged(message.store(), message.conversation(), message.id())
                        : new MessageReceived(message.store(), message.conversation(), message.id()));
        events.publishEvent(new ConversationChanged(message.store(), message.conversation()));
    }

    /** Whoever writes where the agent answers takes the conversation from it. */
    private void takeOver(SentMessage message) {
        var writer = message.writer();
        if (writer == null || message.target().status() != ConversationStatus.PENDING) {
            return;
        }
        pipeline.send(
                settlements.takenOver(message.store(), message.conversation(), message.keeper(), clock.instant()));
        events.publishEvent(new ConversationTaken(message.store(), message.conversation(), ConversationStatus.OPEN));
        audit.record(
                message.store(),
                writer,
                Audit.Change.updated(
                        "conversation",
                        message.conversation(),
                        Map.of("status", ConversationStatus.PENDING.toString()),
                        Map.of("status", ConversationStatus.OPEN.toString())));
    }
}
