package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.OutboundSettlement.SentMessage;
import iq.sendy.messaging.SendingChannels.Sendable;
import iq.sendy.messaging.model.PairRate;
import iq.sendy.messaging.model.SendRetry;
import iq.sendy.messaging.store.SendPaceStore;
import iq.sendy.messaging.store.SendPaceStore.SendPace;
import iq.sendy.messaging.store.SettlementStore;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.OutboundMessage;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queue of a conversation's messages: whose turn it is, and whether it is time. */
@Component
public class OutboundQueue {

    /** So much is settled in one transaction without asking Meta. */
    private static final int MOST_AT_ONCE = 20;

    /** How often is looked whether a channel that is off or broken works again. */
    private static final Duration HELD = Duration.ofSeconds(60);

    private final SettlementStore settlements;
    private final OutboundSettlement settlement;
    private final SendPaceStore paces;
    private final SendingChannels channels;
    private final OutboundContents contents;
    private final Pipeline pipeline;
    private final Clock clock;

    OutboundQueue(
            SettlementStore settlements,
            OutboundSettlement settlement,
            SendPaceStore paces,
            SendingChannels channels,
            OutboundContents contents,
            Pipeline pipeline,
            Clock clock) {
        this.settlements = settlements;
        this.settlement = settlement;
        this.paces = paces;
        this.channels = channels;
        this.contents = contents;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** What is to be done about a queue now. */
    public sealed interface QueueTurn {

        /** Nothing is left. */
        record Over() implements QueueTurn {}

        /** It is not time. */
        record Later(Duration delay) implements QueueTurn {}

        /** It was settled without asking Meta: the next one. */
        record Next() implements QueueTurn {}

        /** Meta is to be asked; the message is in flight. */
        record Send(UUID id, GraphAccount account, OutboundMessage message) implements QueueTurn {}
    }

    /**
     * Takes the turn of a conversation's queue.
     *
     * @param token of the job that holds the queue
     */
    @Transactional
    public QueueTurn take(StoreId store, UUID conversation, long token) {
        var target = pipeline.ask(settlements.lock(store, conversation)).first();
        if (target.isEmpty()) {
            return new QueueTurn.Over();
        }
        for (var settled = 0; settled < MOST_AT_ONCE; settled++) {
            var head = pipeline.ask(settlements.head(store, conversation)).first();
            if (head.isEmpty()) {
                return new QueueTurn.Over();
            }
            var turn = turn(
                    new SentMessage(
                            store,
                            target.get(),
                            head.get().message(),
                            head.get().author(),
                            head.get().seen()),
                    head.get(),
                    token);
            if (!(turn instanceof QueueTurn.Next)) {
                return turn;
            }
        }
        return new QueueTurn.Later(Duration.ZERO);
    }

    /** Puts a message back that was in flight and about which Meta was not asked. */
    @Transactional
    public void release(StoreId store, UUID conversation, UUID message, long token) {
        pipeline.send(settlements.lock(store, conversation));
        pipeline.send(settlements.requeue(store, message, token, 0));
    }

    private QueueTurn turn(SentMessage message, OpenAttempt head, long token) {
        if (head.externalId() != null) {
            settlement.adopted(message);
            return new QueueTurn.Next();
        }
        return switch (head.state()) {
            case QUEUED -> queued(message, token);
            case IN_FLIGHT -> {
                settlement.lost(message);
                yield new QueueTurn.Later(SendRetry.EVIDENCE);
            }
            case UNKNOWN -> doubtful(message, head, token);
            case SENT, REFUSED, NOT_SENT -> throw new IllegalStateException(head.state() + " is settled");
        };
    }

    private Duration untilEvidence(OpenAttempt head) {
        var until = Objects.requireNonNull(head.begunAt()).plus(SendRetry.EVIDENCE);
        var now = clock.instant();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** Without evidence it is sent once more, and never a third time. */
    private QueueTurn doubtful(SentMessage message, OpenAttempt head, long token) {
        var wait = untilEvidence(head);
        if (!wait.isZero()) {
            return new QueueTurn.Later(wait);
        }
        if (head.counts().resent() > 0 || !isReachable(message) || mayNotSpeak(message)) {
            settlement.unsettled(message);
            return new QueueTurn.Next();
        }
        return sendable(message, token, 1);
    }

    private QueueTurn queued(SentMessage message, long token) {
        if (!isReachable(message)) {
            settlement.failed(message, SendState.NOT_SENT, "social.window_closed", null);
            return new QueueTurn.Next();
        }
        if (mayNotSpeak(message)) {
            settlement.withdrawn(message, SendState.NOT_SENT, null);
            return new QueueTurn.Next();
        }
        return sendable(message, token, 0);
    }

    private boolean isReachable(SentMessage message) {
        return message.target().isOpenAt(clock.instant()) && message.target().recipient() != null;
    }

    /** The agent is silent where a person has the conversation. */
    private boolean mayNotSpeak(SentMessage message) {
        return message.target().status() != ConversationStatus.PENDING
                && contents.author(message.store(), message.id()).kind() == AuthorKind.AI;
    }

    private QueueTurn sendable(SentMessage message, long token, int resent) {
        var now = clock.instant();
        var found = pipeline.ask(paces.find(message.store(), message.conversation()))
                .first();
        var pace = found.orElseGet(() -> new SendPace(PairRate.fresh(now), null, 0));
        var wait = wait(pace, now);
        if (!wait.isZero()) {
            return new QueueTurn.Later(wait);
        }
        return switch (channels.of(message.store(), message.target().channel())) {
            case Sendable.As(var account) -> send(message, account, pace, token, resent);
            case Sendable.Off _ -> barred(message, resent, "social.channel_unavailable");
            case Sendable.BrokenToken(var code) -> barred(message, resent, code);
            case Sendable.Held(var _, var code) -> barred(message, resent, code);
        };
    }

    /** Nothing can be sent by the channel now. An answer of the agent's is not kept for later: people have the customer. */
    private QueueTurn barred(SentMessage message, int resent, String code) {
        if (message.author() != AuthorKind.AI) {
            return new QueueTurn.Later(HELD);
        }
        if (resent > 0) {
            settlement.unsettled(message);
        } else {
            settlement.failed(message, SendState.NOT_SENT, code, null);
        }
        return new QueueTurn.Next();
    }

    private static Duration wait(SendPace pace, Instant now) {
        var openFrom = pace.openFrom();
        return openFrom != null && openFrom.isAfter(now)
                ? Duration.between(now, openFrom)
                : pace.rate().untilNext(now);
    }

    private QueueTurn send(SentMessage message, GraphAccount account, SendPace pace, long token, int resent) {
        var now = clock.instant();
        var recipient = Objects.requireNonNull(message.target().recipient());
        var sendable = contents.sendable(message.store(), message.id(), recipient);
        pipeline.send(
                settlements.begin(message.store(), message.id(), token, resent, now),
                paces.save(
                        message.store(),
                        message.conversation(),
                        new SendPace(pace.rate().spent(now), pace.openFrom(), pace.steps())));
        return new QueueTurn.Send(message.id(), account, sendable);
    }
}
