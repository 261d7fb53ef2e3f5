package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.EchoIntake.EchoResult;
import iq.sendy.messaging.store.ContactStore;
import iq.sendy.messaging.store.ConversationStore;
import iq.sendy.messaging.store.MessageStore;
import iq.sendy.messaging.store.MessageUpdateStore;
import iq.sendy.messaging.store.MessageUpdateStore.UpdatedMessage;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Trip;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts what inbound items change on one trip, in the order of the locks. */
@Component
class InboundWriter {

    private final MessageStore messages;
    private final MessageUpdateStore updates;
    private final ConversationStore conversations;
    private final ContactStore contacts;
    private final Clock clock;

    InboundWriter(
            MessageStore messages,
            MessageUpdateStore updates,
            ConversationStore conversations,
            ContactStore contacts,
            Clock clock) {
        this.messages = messages;
        this.updates = updates;
        this.conversations = conversations;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** What was sent in a conversation until then is read. */
    record ReadMark(UUID conversation, Instant until, Instant at) {}

    /** What was written: the messages that were new, and those that something was told of before they were here. */
    record Written(Query<UUID> inserted, Query<UpdatedMessage> settled) {}

    /** Answers what was written, once the trip was sent. */
    Written write(
            StoreId store,
            UUID channel,
            List<NewMessage> fresh,
            EchoResult echoes,
            LockedConversations locked,
            Trip trip) {
        var now = clock.instant();
        trip.addIf(!locked.changed().isEmpty(), () -> conversations.save(store, locked.changed(), now));
        trip.addIf(!locked.changedContacts().isEmpty(), () -> contacts.save(store, locked.changedContacts(), now));
        trip.addAll(echoes.adopted());
        var ids = new ArrayList<>(echoes.externalIds());
        for (var message : fresh) {
            if (message.externalId() != null) {
                ids.add(message.externalId());
            }
        }
        trip.addIf(!ids.isEmpty(), () -> updates.lockExternal(store, channel, ids));
        var inserted = trip.addIf(!fresh.isEmpty(), () -> messages.insert(store, fresh, now));
        return new Written(inserted, trip.addIf(!ids.isEmpty(), () -> updates.settleParked(store, channel, ids)));
    }

    Query<UUID> read(StoreId store, ReadMark mark) {
        return messages.read(store, mark.conversation(), mark.until(), mark.at());
    }
}
