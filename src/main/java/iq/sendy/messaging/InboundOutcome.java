package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.MessagesArrived.ArrivedMessage;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.MetaTrouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What came of inbound items, to be told once all of it is written. */
final class InboundOutcome {

    /** Media that a new message names. */
    record NewMedia(UUID conversation, UUID message, InboundContent content) {}

    /** An echo that may be of a message of ours whose answer is not stored yet. */
    record UnsureEcho(InboundBatch.Echo echo) {}

    private final Map<UUID, UUID> joined = new LinkedHashMap<>();
    private final Map<UUID, UUID> changed = new LinkedHashMap<>();
    private final Set<UUID> conversations = new LinkedHashSet<>();
    private final Map<UUID, ConversationStatus> taken = new LinkedHashMap<>();
    private final List<ArrivedMessage> arrived = new ArrayList<>();
    final List<NewMedia> media = new ArrayList<>();
    final List<UnsureEcho> unsure = new ArrayList<>();

    /** What may be wrong with the channel as a whole. */
    final List<MetaTrouble> troubles;

    InboundOutcome(List<MetaTrouble> troubles) {
        this.troubles = new ArrayList<>(troubles);
    }

    void joined(UUID conversation, UUID message) {
        joined.put(message, conversation);
        conversations.add(conversation);
    }

    void arrived(ArrivedMessage message) {
        arrived.add(message);
    }

    void changed(UUID conversation, UUID message) {
        changed.put(message, conversation);
    }

    void taken(UUID conversation, ConversationStatus status) {
        taken.put(conversation, status);
    }

    void touched(UUID conversation) {
        conversations.add(conversation);
    }

    /** The events, in the order in which they are told. */
    List<Object> events(StoreId store, UUID channel) {
        var events = new ArrayList<>();
        joined.forEach((message, conversation) -> events.add(new MessageReceived(store, conversation, message)));
        changed.forEach((message, conversation) -> {
            if (!joined.containsKey(message)) {
                events.add(new MessageChanged(store, conversation, message));
            }
        });
        conversations.forEach(conversation -> events.add(new ConversationChanged(store, conversation)));
        taken.forEach((conversation, status) -> events.add(new ConversationTaken(store, conversation, status)));
        if (!arrived.isEmpty()) {
            events.add(new MessagesArrived(store, channel, arrived));
        }
        return events;
    }
}
