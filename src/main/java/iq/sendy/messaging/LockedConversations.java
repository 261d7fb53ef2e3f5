package iq.sendy.messaging;

import iq.sendy.messaging.AnsweringAgent.AnsweredContacts;
import iq.sendy.messaging.model.ConversationState;
import iq.sendy.messaging.store.MessageStore.KnownMessage;
import iq.sendy.meta.Identity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Conversations whose rows this transaction has, with their contacts, and what was changed of them. */
final class LockedConversations {

    private final Map<Identity, KnownIdentity> identities = new HashMap<>();
    private final Map<UUID, UUID> ofContact = new HashMap<>();
    private final Set<UUID> withAgent = new HashSet<>();
    private final Map<UUID, ConversationState> states = new HashMap<>();
    private final Map<UUID, ConversationState> changed = new LinkedHashMap<>();
    private final Map<UUID, KnownContact> contacts = new HashMap<>();
    private final Map<UUID, KnownContact> changedContacts = new LinkedHashMap<>();
    private final Map<String, KnownMessage> here = new HashMap<>();
    private final @Nullable AnsweredContacts answered;

    /** @param answered whom an agent answers at the channel; null where there is none */
    LockedConversations(
            List<ConversationState> locked,
            List<KnownIdentity> known,
            List<KnownMessage> messages,
            @Nullable AnsweredContacts answered) {
        this.answered = answered;
        for (var state : locked) {
            states.put(state.id(), state);
            ofContact.put(state.contact(), state.id());
            if (state.status() == ConversationStatus.PENDING) {
                withAgent.add(state.id());
            }
        }
        for (var identity : known) {
            identities.put(identity.identity(), identity);
            contacts.put(identity.contact().id(), identity.contact());
        }
        for (var message : messages) {
            Optional.ofNullable(message.externalId()).ifPresent(id -> here.put(id, message));
        }
    }

    /** The conversation with a correspondent, if all names are one contact's. */
    Optional<UUID> with(Correspondent correspondent) {
        var holders = correspondent.identities().stream()
                .map(name -> Optional.ofNullable(identities.get(name))
                        .filter(known -> known.holdsAt(correspondent.at()))
                        .map(known -> known.contact().id()))
                .distinct()
                .toList();
        return holders.size() == 1
                ? holders.getFirst().flatMap(contact -> Optional.ofNullable(ofContact.get(contact)))
                : Optional.empty();
    }

    /** Whether the name is the contact's to this day. */
    boolean holds(Identity name) {
        var known = identities.get(name);
        return known != null && known.withdrawnAt() == null;
    }

    /** Whether an agent answers a contact, by the phone that is proved and the names of this sender. */
    boolean isAnswered(UUID conversation, Correspondent sender) {
        if (answered == null) {
            return false;
        }
        var contact = contact(conversation);
        var names = new ArrayList<String>();
        Optional.ofNullable(contact.phone()).ifPresent(names::add);
        sender.identities().forEach(identity -> names.add(identity.value()));
        return answered.include(contact.id(), names);
    }

    ConversationState state(UUID conversation) {
        return Optional.ofNullable(states.get(conversation)).orElseThrow();
    }

    ConversationState change(UUID conversation, UnaryOperator<ConversationState> change) {
        var before = state(conversation);
        var after = change.apply(before);
        if (!after.equals(before)) {
            states.put(conversation, after);
            changed.put(conversation, after);
        }
        return after;
    }

    KnownContact contact(UUID conversation) {
        return Optional.ofNullable(contacts.get(state(conversation).contact())).orElseThrow();
    }

    void change(KnownContact before, KnownContact after) {
        if (!after.equals(before)) {
            contacts.put(after.id(), after);
            changedContacts.put(after.id(), after);
        }
    }

    Optional<KnownMessage> message(String externalId) {
        return Optional.ofNullable(here.get(externalId));
    }

    boolean has(String externalId) {
        return here.containsKey(externalId);
    }

    Collection<ConversationState> changed() {
        return changed.values();
    }

    /** Those that the agent had, and has no more. */
    List<ConversationState> takenFromAgent() {
        return changed.values().stream()
                .filter(state -> withAgent.contains(state.id()) && state.status() != ConversationStatus.PENDING)
                .toList();
    }

    Collection<KnownContact> changedContacts() {
        return changedContacts.values();
    }
}
