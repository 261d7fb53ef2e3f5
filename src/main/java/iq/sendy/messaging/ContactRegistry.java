package iq.sendy.messaging;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.model.ContactRegister;
import iq.sendy.messaging.model.ContactRegister.ContactMerge;
import iq.sendy.messaging.store.ContactMergeStore;
import iq.sendy.messaging.store.ContactStore;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityKind;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes contacts of correspondents whom the store does not know yet, gives known ones their further names, and joins those
 * who turn out to be one person. No conversation is locked when it begins; whoever brings the same names waits for it.
 */
@Component
class ContactRegistry {

    private final ContactStore contacts;
    private final ContactMergeStore merges;
    private final OutboundDrafts drafts;
    private final Pipeline pipeline;
    private final ApplicationEventPublisher events;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    ContactRegistry(
            ContactStore contacts,
            ContactMergeStore merges,
            OutboundDrafts drafts,
            Pipeline pipeline,
            ApplicationEventPublisher events,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.contacts = contacts;
        this.merges = merges;
        this.drafts = drafts;
        this.pipeline = pipeline;
        this.events = events;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** @param successors names that take the place of those of before; none of one who stays the same */
    record Introduction(Correspondent correspondent, List<Identity> successors) {

        Stream<Identity> names() {
            return Stream.concat(correspondent.identities().stream(), successors.stream());
        }
    }

    /**
     * Makes sure that each is one contact with a conversation at the channel.
     *
     * @param all names of which this transaction may introduce some more: they are locked at once, and so in one order
     */
    void introduce(StoreId store, UUID channel, List<Introduction> introductions, Collection<Identity> all) {
        var names =
                introductions.stream().flatMap(Introduction::names).distinct().toList();
        var known = contacts.known(store, channel, names);
        pipeline.send(contacts.lockNames(store, channel, all), known);
        var register = new ContactRegister(known.answer(), uuidGenerator::next);
        for (var introduction : introductions) {
            register.enter(introduction.correspondent(), introduction.successors());
        }
        register.merges().forEach(merge -> join(store, merge));
        write(store, channel, type(names), register);
    }

    private void join(StoreId store, ContactMerge merge) {
        pipeline.send(merges.lock(store, List.of(merge.kept(), merge.gone())));
        var pairs = pipeline.ask(merges.pairs(store, merge.kept(), merge.gone()));
        pipeline.send(merges.merge(store, merge.kept(), merge.gone(), clock.instant()));
        drafts.goOn(store, merge.kept());
        pairs.answer()
                .forEach(pair -> events.publishEvent(
                        new ConversationsJoined(store, pair.kept(), merge.kept(), pair.gone(), pair.offset())));
    }

    private void write(StoreId store, UUID channel, ChannelType type, ContactRegister register) {
        var now = clock.instant();
        var trip = pipeline.open();
        trip.addIf(!register.fresh().isEmpty(), () -> contacts.add(store, register.fresh(), now));
        trip.addIf(!register.named().isEmpty(), () -> contacts.name(store, channel, register.named(), now));
        for (var given : register.givenUp()) {
            trip.add(contacts.withdraw(store, channel, given.names(), given.from()));
            trip.add(contacts.disprove(store, given.contact(), phones(given.names()), now));
        }
        trip.add(contacts.converse(
                store,
                channel,
                type,
                register.entered(),
                register.entered().stream().map(_ -> uuidGenerator.next()).toList(),
                now));
        trip.send();
    }

    /** A channel has one of them for good, and which one is told by the kind of its identities. */
    private static ChannelType type(List<Identity> names) {
        return names.getFirst().kind() == IdentityKind.IGSID ? ChannelType.INSTAGRAM : ChannelType.WHATSAPP;
    }

    /** The phones by which they write, in the form in which they are stored. */
    static List<String> phones(Collection<Identity> names) {
        return names.stream()
                .filter(name -> name.kind() == IdentityKind.WA_ID)
                .map(name -> Phone.parse(name.value()))
                .flatMap(Optional::stream)
                .map(Phone::value)
                .toList();
    }
}
