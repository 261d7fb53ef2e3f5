package iq.sendy.messaging;

import iq.sendy.kernel.Uuids;
import iq.sendy.messaging.MessageUpdate.DeliveryNews;
import iq.sendy.meta.AccountTrouble;
import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityChange;
import iq.sendy.meta.InboundItem;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MessageDeletion;
import iq.sendy.meta.MessageEcho;
import iq.sendy.meta.MessageEdit;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.MessageReaction;
import iq.sendy.meta.MetaTrouble;
import iq.sendy.meta.PhoneShared;
import iq.sendy.meta.ReadReceipt;
import iq.sendy.meta.StandbyMessage;
import iq.sendy.meta.StatusUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inbound items of one channel, sorted by what they do: messages are stored before anything that is told of messages. No
 * time is later than now, and nothing is from the business itself.
 */
final class InboundBatch {

    /** What a message of a customer is to the store. */
    enum ArrivalNature {
        MESSAGE,
        /** Another app answers it. */
        STANDBY,
        /** Nobody wrote it. */
        NOTICE
    }

    /**
     * A message that came in.
     *
     * @param phone that it proves
     * @param successors identities that take the place of the sender's
     */
    record InboundArrival(
            InboundMessage message,
            Correspondent sender,
            ArrivalNature nature,
            @Nullable String phone,
            List<Identity> successors) {}

    /** A message of the business that we may have sent ourselves. */
    record Echo(MessageEcho message, Correspondent recipient) {}

    /** Something that opens the window and is no message. */
    record CustomerAction(Correspondent by) {}

    /** @param until the message that was read last; null where only the time is known */
    record ReadUntil(Correspondent by, @Nullable String until) {}

    private final Instant now;
    final List<InboundArrival> arrivals = new ArrayList<>();
    final List<Echo> echoes = new ArrayList<>();
    final List<CustomerAction> actions = new ArrayList<>();
    final List<ReadUntil> reads = new ArrayList<>();
    final Map<String, MessageUpdate> updates = new LinkedHashMap<>();
    /** Our own ids of messages by Meta's, as statuses bring them back. */
    final Map<String, UUID> callbacks = new HashMap<>();

    final List<MetaTrouble> troubles = new ArrayList<>();

    private InboundBatch(Instant now) {
        this.now = now;
    }

    static InboundBatch of(List<InboundItem> items, Instant now) {
        var batch = new InboundBatch(now);
        items.forEach(batch::add);
        return batch;
    }

    private void add(InboundItem item) {
        switch (item) {
            case InboundMessage message -> arrive(message, ArrivalNature.MESSAGE, null, List.of());
            case StandbyMessage standby -> arrive(standby.message(), ArrivalNature.STANDBY, null, List.of());
            case IdentityChange change -> arrive(change.message(), ArrivalNature.NOTICE, null, change.now());
            case PhoneShared shared -> arrive(shared.message(), ArrivalNature.MESSAGE, shared.phone(), List.of());
            case MessageEcho echo -> echo(echo);
            case MessageReaction reaction -> react(reaction);
            case MessageEdit edit ->
                update(MessageUpdate.edit(edit.messageId(), CardNumbers.mask(edit.text()), known(edit.at())));
            case MessageDeletion deletion -> update(MessageUpdate.deletion(deletion.messageId(), known(deletion.at())));
            case StatusUpdate status -> deliver(status);
            case ReadReceipt receipt -> read(receipt);
            case AccountTrouble trouble -> troubles.addAll(trouble.errors());
        }
    }

    private void arrive(
            InboundMessage message, ArrivalNature nature, @Nullable String phone, List<Identity> successors) {
        if (own(message.sender().identities(), message.accountId())) {
            return;
        }
        var system = message.content().kind() == MessageKind.SYSTEM;
        var sender = new Correspondent(message.sender().identities(), known(message.at()), true);
        arrivals.add(new InboundArrival(message, sender, system ? ArrivalNature.NOTICE : nature, phone, successors));
    }

    private void echo(MessageEcho echo) {
        if (echo.recipient().isEmpty() || own(echo.recipient(), echo.accountId())) {
            return;
        }
        echoes.add(new Echo(echo, new Correspondent(echo.recipient(), known(echo.at()), true)));
    }

    private void react(MessageReaction reaction) {
        var sender = reaction.sender().identities();
        if (own(sender, reaction.accountId())) {
            return;
        }
        var at = known(reaction.at());
        update(MessageUpdate.reaction(reaction.messageId(), reaction.emoji(), at));
        if (reaction.emoji() != null) {
            actions.add(new CustomerAction(new Correspondent(sender, at, false)));
        }
    }

    private void deliver(StatusUpdate status) {
        deliveryStatus(status.status()).ifPresent(word -> {
            var errors = status.errors();
            update(MessageUpdate.delivery(
                    status.externalId(),
                    new DeliveryNews(
                            word,
                            known(status.at()),
                            errors.isEmpty() ? null : error(errors.getFirst()),
                            status.pricing())));
            Optional.ofNullable(status.callbackData())
                    .flatMap(Uuids::parse)
                    .ifPresent(id -> callbacks.put(status.externalId(), id));
        });
    }

    private void read(ReadReceipt receipt) {
        var reader = receipt.reader().identities();
        if (own(reader, receipt.accountId())) {
            return;
        }
        reads.add(new ReadUntil(new Correspondent(reader, known(receipt.at()), false), receipt.messageId()));
    }

    void update(MessageUpdate update) {
        updates.merge(update.externalId(), update, MessageUpdate::with);
    }

    /** Leaves out the messages whose external ids are such; whether there were any. */
    boolean leaveOut(Predicate<String> externalIds) {
        var repeated =
                arrivals.removeIf(arrival -> externalIds.test(arrival.message().externalId()));
        return echoes.removeIf(echo -> externalIds.test(echo.message().externalId())) || repeated;
    }

    /** All who take part, in the order of what they did. */
    List<Correspondent> correspondents() {
        var all = new ArrayList<Correspondent>();
        arrivals.forEach(arrival -> all.add(arrival.sender()));
        echoes.forEach(echo -> all.add(echo.recipient()));
        actions.forEach(action -> all.add(action.by()));
        reads.forEach(read -> all.add(read.by()));
        return all;
    }

    /** Names of all who may have to be introduced, with those that take the place of others. */
    List<Identity> names() {
        var senders = correspondents().stream()
                .filter(Correspondent::isIntroduced)
                .flatMap(correspondent -> correspondent.identities().stream());
        var successors = arrivals.stream().flatMap(arrival -> arrival.successors().stream());
        return Stream.concat(senders, successors).distinct().toList();
    }

    /** Meta's ids of what may be here already. */
    List<String> externalIds() {
        var ids = new ArrayList<String>();
        arrivals.forEach(arrival -> ids.add(arrival.message().externalId()));
        echoes.forEach(echo -> ids.add(echo.message().externalId()));
        reads.forEach(read -> Optional.ofNullable(read.until()).ifPresent(ids::add));
        return ids;
    }

    /** The business is nobody's contact. */
    private static boolean own(List<Identity> identities, String account) {
        return identities.stream().anyMatch(identity -> identity.value().equals(account));
    }

    /** A clock that is fast does not put a message behind what comes after it. */
    private Instant known(Instant at) {
        if (at.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return at.isAfter(now) ? now : at;
    }

    /** Meta's word; one that it invented after us says nothing. */
    private static Optional<MessageStatus> deliveryStatus(String word) {
        return Arrays.stream(new MessageStatus[] {
                    MessageStatus.SENT,
                    MessageStatus.DELIVERED,
                    MessageStatus.READ,
                    MessageStatus.PLAYED,
                    MessageStatus.FAILED
                })
                .filter(status -> status.toString().equalsIgnoreCase(word))
                .findFirst();
    }

    private static MessageView.DeliveryError error(MetaTrouble trouble) {
        return new MessageView.DeliveryError(
                trouble.code(), trouble.details() == null ? trouble.title() : trouble.details());
    }
}
