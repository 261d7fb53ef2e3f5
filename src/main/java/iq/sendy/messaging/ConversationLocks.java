package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ContactRegistry.Introduction;
import iq.sendy.messaging.store.ContactStore;
import iq.sendy.messaging.store.ConversationStore;
import iq.sendy.messaging.store.MessageStore;
import iq.sendy.meta.Identity;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Locks the conversations that inbound items are about, and makes those that are not there yet. Usually one trip: contacts
 * are made, named and joined apart from that, before any conversation is locked.
 */
@Component
class ConversationLocks {

    /** Once for all that are known, once more when some were not, and once when they were joined meanwhile. */
    private static final int ROUNDS = 3;

    private final ContactRegistry registry;
    private final ContactStore contacts;
    private final ConversationStore conversations;
    private final MessageStore messages;
    private final ObjectProvider<AnsweringAgent> agents;
    private final Pipeline pipeline;

    ConversationLocks(
            ContactRegistry registry,
            ContactStore contacts,
            ConversationStore conversations,
            MessageStore messages,
            ObjectProvider<AnsweringAgent> agents,
            Pipeline pipeline) {
        this.registry = registry;
        this.contacts = contacts;
        this.conversations = conversations;
        this.messages = messages;
        this.agents = agents;
        this.pipeline = pipeline;
    }

    LockedConversations lock(StoreId store, UUID channel, InboundBatch batch) {
        var correspondents = batch.correspondents();
        if (correspondents.isEmpty()) {
            return new LockedConversations(List.of(), List.of(), List.of(), null);
        }
        change(store, channel, batch);
        for (var round = 0; round < ROUNDS; round++) {
            var locked = ask(store, channel, batch, correspondents);
            var strangers = correspondents.stream()
                    .filter(correspondent -> correspondent.isIntroduced()
                            && locked.with(correspondent).isEmpty())
                    .map(correspondent -> new Introduction(correspondent, List.of()))
                    .toList();
            if (strangers.isEmpty()) {
                return locked;
            }
            // What is here already does nothing more, and makes no contact anew of one who was erased.
            if (batch.leaveOut(locked::has)) {
                return lock(store, channel, batch);
            }
            registry.introduce(store, channel, strangers, batch.names());
        }
        throw new WriteConflict("contacts that are joined");
    }

    /** Who has another number or id is given it once, before anything that comes from there is looked at. */
    private void change(StoreId store, UUID channel, InboundBatch batch) {
        var changes = batch.arrivals.stream()
                .filter(arrival -> !arrival.successors().isEmpty())
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        var here = pipeline.ask(messages.known(
                store,
                channel,
                changes.stream().map(change -> change.message().externalId()).toList()));
        var fresh = changes.stream()
                .filter(change -> here.answer().stream()
                        .noneMatch(known -> change.message().externalId().equals(known.externalId())))
                .map(change -> new Introduction(change.sender(), change.successors()))
                .toList();
        if (!fresh.isEmpty()) {
            registry.introduce(store, channel, fresh, batch.names());
        }
    }

    private LockedConversations ask(
            StoreId store, UUID channel, InboundBatch batch, List<Correspondent> correspondents) {
        var trip = pipeline.open();
        var locked = trip.add(conversations.lockKnown(store, channel, correspondents));
        var known = trip.add(contacts.known(store, channel, names(correspondents)));
        var here =
                trip.addIf(!batch.externalIds().isEmpty(), () -> messages.known(store, channel, batch.externalIds()));
        var answered = Optional.ofNullable(agents.getIfAvailable())
                .filter(_ -> !batch.arrivals.isEmpty())
                .map(agent -> agent.at(store, channel));
        answered.ifPresent(asked -> trip.addAll(asked.queries()));
        trip.send();
        return new LockedConversations(locked.answer(), known.answer(), here.answer(), answered.orElse(null));
    }

    private static Collection<Identity> names(List<Correspondent> correspondents) {
        return correspondents.stream()
                .flatMap(correspondent -> correspondent.identities().stream())
                .distinct()
                .toList();
    }
}
