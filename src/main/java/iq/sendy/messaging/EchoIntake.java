package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundBatch.Echo;
import iq.sendy.messaging.InboundOutcome.NewMedia;
import iq.sendy.messaging.InboundOutcome.UnsureEcho;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.NewMessage.MessagePlace;
import iq.sendy.messaging.model.HiddenWords;
import iq.sendy.messaging.store.MessageStore;
import iq.sendy.messaging.store.MessageStore.KnownMessage;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes in echoes. One of a message whose id is known is a repeat. Where something is on its way to the same customer whose
 * id is not known, the echo may be of that: it is looked at again a few seconds later, and then, or when nobody waits for
 * the answer any more, the words decide. What is left was written in an app of Meta, by a person.
 */
@Component
class EchoIntake {

    /** How far the clocks of Meta and of the store may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    /** Who answers in an app of Meta does so for about a day; after that the agent answers the next message again. */
    private static final Duration KEPT_OUT = Duration.ofHours(24);

    private final MessageStore messages;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;

    EchoIntake(MessageStore messages, Pipeline pipeline, UuidGenerator uuidGenerator) {
        this.messages = messages;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
    }

    /** Whether an echo is seen for the first time, or was waited with. */
    enum EchoLook {
        FIRST,
        LAST
    }

    /** What echoes make: messages of people elsewhere, and ids for messages of ours. */
    record EchoResult(List<NewMessage> foreign, List<Query<?>> adopted, List<String> externalIds) {}

    EchoResult take(
            StoreId store,
            UUID channel,
            List<Echo> echoes,
            EchoLook look,
            LockedConversations locked,
            InboundOutcome outcome) {
        var result = new EchoResult(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var seen = new HashSet<String>();
        var open = echoes.stream()
                .filter(echo -> locked.message(echo.message().externalId()).isEmpty()
                        && seen.add(echo.message().externalId()))
                .toList();
        if (open.isEmpty()) {
            return result;
        }
        var conversations = open.stream()
                .map(echo -> locked.with(echo.recipient()).orElseThrow())
                .distinct()
                .toList();
        var unsettled = pipeline.ask(messages.unsettledOf(store, conversations)).answer();
        var taken = new HashSet<UUID>();
        for (var echo : open) {
            var conversation = locked.with(echo.recipient()).orElseThrow();
            var ours = unsettled.stream()
                    .filter(message -> message.conversation().equals(conversation) && !taken.contains(message.id()))
                    .toList();
            var match = match(echo, ours, look);
            if (match.isPresent()) {
                taken.add(match.get().id());
                adopt(store, echo, match.get(), result, locked, outcome);
            } else if (look == EchoLook.FIRST && onItsWay(ours)) {
                outcome.unsure.add(new UnsureEcho(echo));
            } else {
                result.foreign().add(foreign(channel, echo, conversation, locked, outcome));
                result.externalIds().add(echo.message().externalId());
            }
        }
        return result;
    }

    /** One that is asked about at this moment tells its id itself; so at first only those count that nobody asks about. */
    private static Optional<KnownMessage> match(Echo echo, List<KnownMessage> ours, EchoLook look) {
        var content = echo.message().content();
        return ours.stream()
                .filter(message -> look == EchoLook.LAST || message.status() == MessageStatus.UNKNOWN)
                .filter(message -> message.kind() == content.kind()
                        && sameWords(message.text(), content.text())
                        && !message.createdAt().isAfter(echo.recipient().at().plus(SKEW)))
                .findFirst();
    }

    /** A message of ours may hide words that its echo has. */
    private static boolean sameWords(@Nullable String ours, @Nullable String whole) {
        return (ours == null || whole == null) ? Objects.equals(ours, whole) : HiddenWords.mayBe(ours, whole);
    }

    private static boolean onItsWay(List<KnownMessage> ours) {
        return ours.stream().anyMatch(message -> message.status() == MessageStatus.QUEUED);
    }

    private void adopt(
            StoreId store,
            Echo echo,
            KnownMessage ours,
            EchoResult result,
            LockedConversations locked,
            InboundOutcome outcome) {
        var externalId = echo.message().externalId();
        result.adopted()
                .add(messages.adopt(
                        store, ours.id(), externalId, echo.recipient().at()));
        result.externalIds().add(externalId);
        locked.change(ours.conversation(), state -> state.sent(ours.id(), ours.providerAt(), ours.answers()));
        if (ours.status() == MessageStatus.QUEUED) {
            outcome.joined(ours.conversation(), ours.id());
        } else {
            outcome.changed(ours.conversation(), ours.id());
        }
    }

    private NewMessage foreign(
            UUID channel, Echo echo, UUID conversation, LockedConversations locked, InboundOutcome outcome) {
        var id = uuidGenerator.next();
        var at = echo.recipient().at();
        var number = locked.state(conversation).nextNumber();
        locked.change(conversation, state -> state.numbered().answered(id, at).withoutAgentUntil(at.plus(KEPT_OUT)));
        outcome.joined(conversation, id);
        outcome.media.add(new NewMedia(conversation, id, echo.message().content()));
        return new NewMessage(
                id,
                new MessagePlace(channel, conversation, number),
                echo.message().externalId(),
                MessageDirection.OUTBOUND,
                new MessageAuthor(AuthorKind.NATIVE_APP, null, null),
                MessageIntake.content(echo.message().content()),
                at,
                MessageStatus.SENT);
    }
}
