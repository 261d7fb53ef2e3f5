package iq.sendy.messaging;

import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import iq.sendy.messaging.InboundBatch.ArrivalNature;
import iq.sendy.messaging.InboundBatch.InboundArrival;
import iq.sendy.messaging.InboundOutcome.NewMedia;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.MessageView.MessageContent;
import iq.sendy.messaging.MessagesArrived.ArrivedMessage;
import iq.sendy.messaging.NewMessage.MessagePlace;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.Sender;
import iq.sendy.platform.ids.UuidGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes in what customers write: makes the rows of messages that are not here, and says what each does to its conversation
 * and its contact. Both are locked, so nothing else does that at the same time.
 */
@Component
class MessageIntake {

    /** What is older waits for a person, though an agent answers: it would answer something long past. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private static final int LONGEST_NAME = 200;

    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    MessageIntake(UuidGenerator uuidGenerator, Clock clock) {
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    List<NewMessage> take(
            UUID channel, List<InboundArrival> arrivals, LockedConversations locked, InboundOutcome outcome) {
        var seen = new HashSet<String>();
        var fresh = new ArrayList<NewMessage>();
        for (var arrival : arrivals) {
            var externalId = arrival.message().externalId();
            if (locked.message(externalId).isEmpty() && seen.add(externalId)) {
                fresh.add(take(channel, arrival, locked, outcome));
            }
        }
        return fresh;
    }

    private NewMessage take(UUID channel, InboundArrival arrival, LockedConversations locked, InboundOutcome outcome) {
        var message = arrival.message();
        var at = arrival.sender().at();
        var conversation = locked.with(arrival.sender()).orElseThrow();
        var before = locked.state(conversation);
        var id = uuidGenerator.next();
        learn(arrival, locked, conversation);
        if (arrival.nature() == ArrivalNature.NOTICE) {
            locked.change(conversation, state -> state.noted(id, at));
        } else {
            var taker = taker(arrival, locked, conversation);
            var after = locked.change(conversation, state -> state.received(id, at, taker));
            outcome.arrived(new ArrivedMessage(
                    conversation,
                    before.contact(),
                    id,
                    after.sequence(),
                    before.nextNumber(),
                    after.status(),
                    message.content().kind(),
                    message.content().details()));
        }
        outcome.joined(conversation, id);
        outcome.media.add(new NewMedia(conversation, id, message.content()));
        return new NewMessage(
                id,
                new MessagePlace(channel, conversation, before.nextNumber()),
                message.externalId(),
                MessageDirection.INBOUND,
                new MessageAuthor(
                        arrival.nature() == ArrivalNature.NOTICE ? AuthorKind.SYSTEM : AuthorKind.CUSTOMER, null, null),
                masked(message.content()),
                at,
                null);
    }

    /** What a customer sent, without the number of a card. */
    private static MessageContent masked(InboundContent content) {
        return new MessageContent(
                content.kind(), CardNumbers.maskIn(content.text()), content.details(), content.inReplyTo());
    }

    static MessageContent content(InboundContent content) {
        return new MessageContent(content.kind(), content.text(), content.details(), content.inReplyTo());
    }

    private ConversationStatus taker(InboundArrival arrival, LockedConversations locked, UUID conversation) {
        var isFresh = arrival.sender().at().isAfter(clock.instant().minus(FRESH));
        var answers = arrival.nature() == ArrivalNature.MESSAGE
                && isFresh
                && isKnown(arrival.message().content().kind())
                && locked.isAnswered(conversation, arrival.sender());
        return answers ? ConversationStatus.PENDING : ConversationStatus.OPEN;
    }

    /** What Meta invented after us, or does not show to programs, a person looks at. */
    private static boolean isKnown(MessageKind kind) {
        return kind != MessageKind.UNKNOWN && kind != MessageKind.UNSUPPORTED;
    }

    /** What a message says of who wrote it; one that comes late knows nothing better. */
    private static void learn(InboundArrival arrival, LockedConversations locked, UUID conversation) {
        var before = locked.contact(conversation);
        var last = locked.state(conversation).times().lastInbound();
        var isNewest = last == null || !arrival.sender().at().isBefore(last);
        var after = before;
        if (arrival.nature() != ArrivalNature.NOTICE) {
            var shared =
                    Optional.ofNullable(arrival.phone()).flatMap(Phone::parse).map(Phone::value);
            after = proved(arrival, locked, after, isNewest);
            if (shared.isPresent()) {
                after = after.withPhone(shared.get(), ContactProof.SHARED);
            }
        }
        var called = called(arrival.message().sender());
        if (called.isPresent() && (isNewest || before.name() == null)) {
            after = after.withName(called.get());
        }
        locked.change(before, after);
    }

    /** A number that they write from is theirs, unless they gave it up since. */
    private static KnownContact proved(
            InboundArrival arrival, LockedConversations locked, KnownContact contact, boolean isNewest) {
        var held = arrival.sender().identities().stream().filter(locked::holds).toList();
        var phones = ContactRegistry.phones(held);
        return phones.isEmpty() || (contact.phone() != null && !isNewest)
                ? contact
                : contact.withPhone(phones.getFirst(), ContactProof.SENDER);
    }

    private static Optional<String> called(Sender sender) {
        return Optional.ofNullable(sender.name())
                .or(() -> Optional.ofNullable(sender.username()))
                .map(MessageIntake::shortened)
                .map(InputText::clean)
                .filter(name -> !name.isEmpty());
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
