package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.ContactErasureStore;
import iq.sendy.messaging.store.ContactErasureStore.ChannelIdentity;
import iq.sendy.messaging.store.ContactStore;
import iq.sendy.meta.Identity;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erasure of a contact who asks for it: what they wrote, what was written to them and about them, their names, numbers and
 * pictures, and the pictures and documents they were sent. That something was written, and when, stays. Orders are another
 * matter: they belong to the customer. Deliveries of Meta that name them follow within moments, a part at a time: nobody who
 * writes or is written to waits for a month of them.
 */
@Service
public class ContactErasure {

    private final ContactErasureStore erasures;
    private final ContactStore contacts;
    private final ErasedTraces traces;
    private final Pipeline pipeline;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    ContactErasure(
            ContactErasureStore erasures,
            ContactStore contacts,
            ErasedTraces traces,
            Pipeline pipeline,
            ApplicationEventPublisher events,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.erasures = erasures;
        this.contacts = contacts;
        this.traces = traces;
        this.pipeline = pipeline;
        this.events = events;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** What the log of changes says of it: nothing of the person. */
    record ErasedCounts(int conversations) {}

    /**
     * Erases a contact; false where there is none. Who brings a message at the same time comes before, and it is erased too,
     * or after, and is somebody new.
     */
    @Transactional
    public boolean erase(StoreId store, Actor actor, UUID contact) {
        var names = pipeline.ask(erasures.names(store, contact)).answer();
        var trip = pipeline.open();
        byChannel(names).forEach((channel, known) -> trip.add(contacts.lockNames(store, channel, known)));
        var conversations = trip.add(erasures.lockConversations(store, contact));
        var found = trip.add(erasures.lockContact(store, contact));
        var again = trip.add(erasures.names(store, contact));
        trip.send();
        if (found.first().isEmpty()) {
            return false;
        }
        if (!again.answer().equals(names)) {
            throw new WriteConflict("a contact that is given a name");
        }
        var all = conversations.answer();
        traces.remove(store, all, values(names));
        var erasure = pipeline.open();
        erasure.addAll(erasures.erase(store, contact, uuidGenerator.next(), all, clock.instant()));
        erasure.send();
        events.publishEvent(new ContactErased(store, all));
        all.forEach(conversation -> events.publishEvent(new ConversationChanged(store, conversation)));
        audit.record(
                store,
                actor,
                new Audit.Change("contact.erased", "contact", contact, null, new ErasedCounts(all.size())));
        return true;
    }

    private static Map<UUID, List<Identity>> byChannel(List<ChannelIdentity> names) {
        return names.stream()
                .collect(Collectors.groupingBy(
                        ChannelIdentity::channel, Collectors.mapping(ChannelIdentity::identity, Collectors.toList())));
    }

    private static List<String> values(List<ChannelIdentity> names) {
        return names.stream().map(name -> name.identity().value()).distinct().toList();
    }
}
