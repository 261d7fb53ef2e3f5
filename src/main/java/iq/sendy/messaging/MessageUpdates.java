package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.MessageUpdate.DeliveryNews;
import iq.sendy.messaging.model.ConversationState;
import iq.sendy.messaging.store.ConversationStore;
import iq.sendy.messaging.store.MessageStore;
import iq.sendy.messaging.store.MessageStore.KnownMessage;
import iq.sendy.messaging.store.MessageUpdateStore;
import iq.sendy.messaging.store.MessageUpdateStore.UpdatedMessage;
import iq.sendy.messaging.store.UndeliveredStore;
import iq.sendy.meta.MetaTrouble;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Trip;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Applies what is told of messages. Usually all of them are here and one statement does it; a status whose message Meta's id
 * is not known of yet finds it by our own, and what is told of a message that is not here is parked.
 */
@Component
class MessageUpdates {

    private final MessageStore messages;
    private final MessageUpdateStore updates;
    private final ConversationStore conversations;
    private final UndeliveredStore undelivered;
    private final Pipeline pipeline;
    private final Clock clock;

    MessageUpdates(
            MessageStore messages,
            MessageUpdateStore updates,
            ConversationStore conversations,
            UndeliveredStore undelivered,
            Pipeline pipeline,
            Clock clock) {
        this.messages = messages;
        this.updates = updates;
        this.conversations = conversations;
        this.undelivered = undelivered;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Puts the usual statement on a trip; {@link #finish} does the rest once it was sent. */
    Query<UpdatedMessage> begin(StoreId store, UUID channel, InboundBatch batch, Trip trip) {
        var told = batch.updates.values();
        var failed = told.stream()
                .filter(MessageUpdates::tellsFailure)
                .map(MessageUpdate::externalId)
                .toList();
        trip.addIf(!failed.isEmpty(), () -> undelivered.lock(store, channel, failed, ours(batch, failed)));
        return trip.addIf(!told.isEmpty(), () -> updates.applyAll(store, channel, told));
    }

    private static boolean tellsFailure(MessageUpdate update) {
        return update.delivery() != null && update.delivery().status() == MessageStatus.FAILED;
    }

    private static List<UUID> ours(InboundBatch batch, List<String> externalIds) {
        return externalIds.stream()
                .map(batch.callbacks::get)
                .filter(Objects::nonNull)
                .toList();
    }

    void finish(StoreId store, UUID channel, InboundBatch batch, Query<UpdatedMessage> begun, InboundOutcome outcome) {
        var told = batch.updates.values();
        if (begun.answer().size() == told.size()) {
            note(store, batch, begun, outcome);
            return;
        }
        settle(store, channel, missing(batch, begun.answer()), outcome);
        var ids = told.stream().map(MessageUpdate::externalId).toList();
        var settled = updates.settleParked(store, channel, ids);
        pipeline.send(
                updates.lockExternal(store, channel, ids),
                updates.park(store, channel, told, clock.instant()),
                settled);
        note(store, batch, settled, outcome);
    }

    /** Says what the told changed; who was answered by one that failed waits again. */
    void note(StoreId store, InboundBatch batch, Query<UpdatedMessage> updated, InboundOutcome outcome) {
        var waiting = new LinkedHashSet<UUID>();
        for (var message : updated.answer()) {
            if (message.isChanged()) {
                outcome.changed(message.conversation(), message.id());
                failure(batch, message).ifPresent(outcome.troubles::add);
            }
            if (message.hasFailed()) {
                waiting.add(message.conversation());
            }
        }
        if (!waiting.isEmpty()) {
            waiting.forEach(outcome::touched);
            pipeline.ask(undelivered.waitAgain(store, waiting, clock.instant()))
                    .answer()
                    .forEach(conversation -> outcome.taken(conversation, ConversationStatus.OPEN));
        }
    }

    /** Why Meta did not bring a message there: that may be said of the whole channel. */
    private static Optional<MetaTrouble> failure(InboundBatch batch, UpdatedMessage message) {
        return Optional.ofNullable(batch.updates.get(message.externalId()))
                .map(MessageUpdate::delivery)
                .map(DeliveryNews::error)
                .map(error -> new MetaTrouble(error.code(), error.message(), null));
    }

    /** Our own ids of the messages that are not known by Meta's. */
    private static Map<UUID, MessageUpdate> missing(InboundBatch batch, List<UpdatedMessage> here) {
        var missing = new LinkedHashMap<UUID, MessageUpdate>();
        for (var update : batch.updates.values()) {
            var ours = batch.callbacks.get(update.externalId());
            var isHere = here.stream().anyMatch(message -> message.externalId().equals(update.externalId()));
            if (ours != null && !isHere) {
                missing.putIfAbsent(ours, update);
            }
        }
        return missing;
    }

    /** Meta has a message that nobody was sure about: it gets its id, and its conversation shows it. */
    private void settle(StoreId store, UUID channel, Map<UUID, MessageUpdate> missing, InboundOutcome outcome) {
        if (missing.isEmpty()) {
            return;
        }
        var ours = pipeline.ask(messages.unsettled(store, channel, missing.keySet()))
                .answer();
        if (ours.isEmpty()) {
            return;
        }
        var locks = conversations.lock(
                store, ours.stream().map(KnownMessage::conversation).distinct().toList());
        var again = messages.unsettled(store, channel, missing.keySet());
        pipeline.send(locks, again);
        var states = new HashMap<UUID, ConversationState>();
        locks.answer().forEach(state -> states.put(state.id(), state));
        var trip = new ArrayList<Query<?>>();
        for (var message : again.answer()) {
            var update = missing.get(message.id());
            if (update == null || update.delivery() == null) {
                continue;
            }
            trip.add(messages.adopt(
                    store, message.id(), update.externalId(), update.delivery().at()));
            states.computeIfPresent(
                    message.conversation(),
                    (_, state) -> state.sent(message.id(), message.providerAt(), message.answers()));
            if (message.status() == MessageStatus.QUEUED) {
                outcome.joined(message.conversation(), message.id());
            } else {
                outcome.changed(message.conversation(), message.id());
                outcome.touched(message.conversation());
            }
        }
        trip.add(conversations.save(store, states.values(), clock.instant()));
        pipeline.send(trip);
    }
}
