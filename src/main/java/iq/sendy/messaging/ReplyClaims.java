package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.SendingChannels.Sendable;
import iq.sendy.messaging.model.PairRate;
import iq.sendy.messaging.model.ReplyRules;
import iq.sendy.messaging.store.OutboundAttemptStore;
import iq.sendy.messaging.store.OutboundAttemptStore.ClaimedByRequest;
import iq.sendy.messaging.store.SendPaceStore.SendPace;
import iq.sendy.messaging.store.SettlementStore;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.MessageRecipient;
import iq.sendy.meta.OutboundContent;
import iq.sendy.meta.OutboundMedia;
import iq.sendy.meta.OutboundMessage;
import iq.sendy.meta.OutboundText;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims of replies: the transaction that has the right to ask Meta once, for a request and all its repeats. */
@Component
class ReplyClaims {

    /** As long as the platform keeps answers. */
    private static final Duration KEY_HOLDS = Duration.ofDays(3);

    private final OutboundAttemptStore attempts;
    private final SettlementStore settlements;
    private final SendingChannels channels;
    private final OutboundDrafts drafts;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    ReplyClaims(
            OutboundAttemptStore attempts,
            SettlementStore settlements,
            SendingChannels channels,
            OutboundDrafts drafts,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.attempts = attempts;
        this.settlements = settlements;
        this.channels = channels;
        this.drafts = drafts;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** What came of claiming. */
    sealed interface Claim {

        /** Ours to send, once. */
        record Ours(OutboundDraft draft, GraphAccount account, OutboundMessage message) implements Claim {}

        /** There is nothing to send. */
        record Ended(SendReply.Result result) implements Claim {}

        /** Somebody else answered since the writer looked. */
        record Answered(String by) implements Claim {}
    }

    /** What is asked about a reply before it is judged. */
    private record ReplyQuestions(Query<ClaimedByRequest> claimed, Query<String> quoted, Query<SendPace> pace) {}

    @Transactional
    public Claim claim(SendReply command) {
        var store = command.store();
        var target =
                pipeline.ask(settlements.lock(store, command.conversation())).first();
        if (target.isEmpty()) {
            return new Claim.Ended(new SendReply.Result.NoConversation());
        }
        // Asked once the conversation is locked: who waited for the first of two equal requests must see its row.
        var asked = ask(command);
        var earlier = earlier(command, asked);
        if (earlier != null) {
            return new Claim.Ended(earlier);
        }
        var faults = faults(target.get().type(), command.content(), asked.quoted());
        if (!faults.isEmpty()) {
            return new Claim.Ended(new SendReply.Result.Unsendable(faults));
        }
        return judged(command, target.get(), asked);
    }

    /** As {@link #claim}, unless somebody else answered after the message that the writer saw last. */
    @Transactional
    public Claim claimUnlessAnswered(SendReply command, UUID seen) {
        var store = command.store();
        var conversation = command.conversation();
        if (!pipeline.ask(settlements.lock(store, conversation)).any()) {
            return new Claim.Ended(new SendReply.Result.NoConversation());
        }
        // Asked once the conversation is locked: of two who answer at once the second sees the first.
        var key = Objects.requireNonNull(command.key());
        var since = pipeline.ask(attempts.answeredSince(
                store, conversation, seen, command.author().id(), key.digest()));
        return since.first().<Claim>map(Claim.Answered::new).orElseGet(() -> claim(command));
    }

    /** What is wrong with a reply that cannot be read as a whole; null where there is no such conversation. */
    @Transactional(readOnly = true)
    public @Nullable List<Violation> judge(StoreId store, UUID conversation, ReplyContent content) {
        var target = attempts.look(store, conversation);
        var quoted = quoted(store, conversation, content);
        pipeline.send(target, quoted);
        return target.first().map(type -> faults(type, content, quoted)).orElse(null);
    }

    private ReplyQuestions ask(SendReply command) {
        var store = command.store();
        var key = command.key();
        var asked = new ReplyQuestions(
                key == null ? Query.none() : attempts.ofRequest(store, key.digest()),
                quoted(store, command.conversation(), command.content()),
                drafts.pace(store, command.conversation()));
        pipeline.send(asked.claimed(), asked.quoted(), asked.pace());
        return asked;
    }

    private Query<String> quoted(StoreId store, UUID conversation, ReplyContent content) {
        var replyTo = content.replyTo();
        return replyTo == null ? Query.none() : attempts.quotable(store, conversation, replyTo);
    }

    /** What an earlier request with the same key came to; null where there was none that counts. */
    private SendReply.@Nullable Result earlier(SendReply command, ReplyQuestions asked) {
        var found = asked.claimed().first();
        if (found.isEmpty()) {
            return null;
        }
        var claimed = found.get();
        if (claimed.createdAt().plus(KEY_HOLDS).isBefore(clock.instant())) {
            pipeline.send(attempts.forgetRequest(command.store(), claimed.message()));
            return null;
        }
        if (!claimed.fingerprint().equals(Objects.requireNonNull(command.key()).fingerprint())) {
            return new SendReply.Result.OtherRequest();
        }
        return switch (claimed.state()) {
            case SENT, UNKNOWN -> new SendReply.Result.Taken(claimed.message());
            case QUEUED, IN_FLIGHT, REFUSED, NOT_SENT -> new SendReply.Result.Running();
        };
    }

    private static List<Violation> faults(ChannelType type, ReplyContent content, Query<String> quoted) {
        var faults = new ArrayList<>(ReplyRules.faults(type, content));
        if (content.replyTo() != null && type == ChannelType.WHATSAPP && !quoted.any()) {
            faults.add(Violation.at("replyTo", "message.unknown"));
        }
        return faults;
    }

    private Claim judged(SendReply command, OutboundTarget target, ReplyQuestions asked) {
        var now = clock.instant();
        var recipient = target.recipient();
        if (!target.isOpenAt(now) || recipient == null) {
            return new Claim.Ended(new SendReply.Result.WindowClosed());
        }
        return switch (channels.of(command.store(), target.channel())) {
            case Sendable.Off _ -> new Claim.Ended(new SendReply.Result.ChannelUnavailable(false));
            case Sendable.BrokenToken _ -> new Claim.Ended(new SendReply.Result.ChannelUnavailable(true));
            case Sendable.Held(var account, var _) -> ours(command, target, asked, account, recipient, now);
            case Sendable.As(var account) -> ours(command, target, asked, account, recipient, now);
        };
    }

    private Claim ours(
            SendReply command,
            OutboundTarget target,
            ReplyQuestions asked,
            GraphAccount account,
            MessageRecipient recipient,
            Instant now) {
        var store = command.store();
        var content = content(command.content());
        var quoted = asked.quoted().first().orElse(null);
        var draft = new OutboundDraft(
                uuidGenerator.next(),
                target,
                author(command.author()),
                drafts.kept(content, quoted),
                now,
                true,
                null,
                command.key());
        try {
            drafts.writeForNow(
                    store, draft, asked.pace().first().orElseGet(() -> new SendPace(PairRate.fresh(now), null, 0)));
        } catch (DuplicateKeyException lost) {
            throw new WriteConflict("Another request had the same key first, for another conversation");
        }
        audit.record(
                store,
                command.author(),
                Change.created(
                        "message",
                        draft.id(),
                        Map.of(
                                "conversationId", target.conversation(),
                                "kind", draft.content().kind().toString())));
        return new Claim.Ours(
                draft,
                account,
                new OutboundMessage(recipient, content, draft.id().toString(), quoted));
    }

    private static OutboundContent content(ReplyContent content) {
        var file = content.file();
        return file == null
                ? new OutboundText(Objects.requireNonNull(content.text()))
                : new OutboundMedia(file.kind(), file.url(), null, content.text(), file.fileName());
    }

    /** A program that answers in the store's name is no member of it. */
    private static MessageAuthor author(Actor actor) {
        return new MessageAuthor(
                "user".equals(actor.kind()) ? AuthorKind.STAFF : AuthorKind.SYSTEM, actor.id(), actor.name());
    }
}
