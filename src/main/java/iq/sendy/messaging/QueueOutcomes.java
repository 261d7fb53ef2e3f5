package iq.sendy.messaging;

import iq.sendy.channels.ChannelHealth;
import iq.sendy.jobs.JobEnd;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.OutboundSettlement.SentMessage;
import iq.sendy.messaging.model.PairRate;
import iq.sendy.messaging.model.SendRetry;
import iq.sendy.messaging.store.SendPaceStore;
import iq.sendy.messaging.store.SendPaceStore.SendPace;
import iq.sendy.messaging.store.SettlementStore;
import iq.sendy.meta.GraphError;
import iq.sendy.meta.SendOutcome;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Outcomes of queued messages: what Meta's answer means for the message, its conversation's queue and its channel. */
@Component
public class QueueOutcomes {

    private static final Duration HELD = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final SettlementStore settlements;
    private final OutboundSettlement settlement;
    private final SendPaceStore paces;
    private final ChannelHealth health;
    private final Pipeline pipeline;
    private final RandomGenerator random;
    private final Clock clock;

    QueueOutcomes(
            SettlementStore settlements,
            OutboundSettlement settlement,
            SendPaceStore paces,
            ChannelHealth health,
            Pipeline pipeline,
            RandomGenerator random,
            Clock clock) {
        this.settlements = settlements;
        this.settlement = settlement;
        this.paces = paces;
        this.health = health;
        this.pipeline = pipeline;
        this.random = random;
        this.clock = clock;
    }

    /** What an attempt of the job engine came to. */
    public sealed interface Attempted {

        /** There was nothing to send. */
        record Idle() implements Attempted {}

        /** It was not time. */
        record Waits(Duration delay) implements Attempted {}

        /** Whoever attempted it may hold it no more, and asked nobody. */
        record NotMade() implements Attempted {}

        /** Meta was asked. */
        record Asked(UUID message, SendOutcome outcome) implements Attempted {}
    }

    /** Notes it, in the transaction that ends the attempt, and says when the queue goes on; it is over once it is empty. */
    @Transactional(propagation = Propagation.MANDATORY)
    public JobEnd note(StoreId store, UUID conversation, Attempted attempted) {
        return switch (attempted) {
            case Attempted.Waits(var wait) -> new JobEnd.Deferred(wait);
            case Attempted.NotMade _ -> new JobEnd.Deferred(SOON);
            case Attempted.Idle _ -> {
                pipeline.send(settlements.lock(store, conversation));
                yield next(store, conversation, Duration.ZERO);
            }
            case Attempted.Asked(var message, var outcome) -> {
                var wait = asked(store, message, outcome);
                yield next(store, conversation, wait);
            }
        };
    }

    /** Its job killed those who held it too often: nothing of the queue is sent any more, and people see that. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(StoreId store, UUID conversation) {
        var target = pipeline.ask(settlements.lock(store, conversation)).first();
        if (target.isEmpty()) {
            return;
        }
        for (var head = head(store, conversation); head.isPresent(); head = head(store, conversation)) {
            var attempt = head.get();
            var sent = new SentMessage(store, target.get(), attempt.message(), attempt.author(), attempt.seen());
            if (attempt.state() == SendState.QUEUED) {
                settlement.failed(sent, SendState.NOT_SENT, "social.given_up", null);
            } else {
                settlement.unconfirmed(sent);
                settlement.unsettled(sent);
            }
        }
    }

    private Optional<OpenAttempt> head(StoreId store, UUID conversation) {
        return pipeline.ask(settlements.head(store, conversation)).first();
    }

    /** Whoever queues more holds the conversation, so that an empty queue stays empty until this is committed. */
    private JobEnd next(StoreId store, UUID conversation, Duration wait) {
        return head(store, conversation).isPresent() ? new JobEnd.Deferred(wait) : new JobEnd.Done();
    }

    private Duration asked(StoreId store, UUID message, SendOutcome outcome) {
        var conversation =
                pipeline.ask(settlements.conversationOf(store, message)).first();
        if (conversation.isEmpty()) {
            return Duration.ZERO;
        }
        var target = pipeline.ask(settlements.lock(store, conversation.get()))
                .first()
                .orElseThrow(() -> new WriteConflict("The conversation has just become part of another"));
        var open = pipeline.ask(settlements.open(store, message)).first();
        if (open.isEmpty()) {
            return Duration.ZERO;
        }
        var attempt = open.get();
        var sent = new SentMessage(store, target, message, attempt.author(), attempt.seen());
        return switch (outcome) {
            case SendOutcome.Accepted(var externalId) -> {
                settlement.accepted(sent, externalId);
                pipeline.send(paces.calm(store, target.conversation()));
                yield Duration.ZERO;
            }
            case SendOutcome.Unconfirmed _ -> {
                settlement.unconfirmed(sent);
                yield SendRetry.EVIDENCE;
            }
            case SendOutcome.NotSent _ -> again(sent, attempt, "social.unreachable", null);
            case SendOutcome.Refused(var error) -> refused(sent, attempt, error);
        };
    }

    private Duration refused(SentMessage sent, OpenAttempt attempt, GraphError error) {
        return switch (error.errorClass()) {
            case POLICY, BILLING, WINDOW_CLOSED, PERMANENT -> {
                end(sent, attempt, SendState.REFUSED, error.code(), error);
                yield Duration.ZERO;
            }
            case TRANSIENT, MEDIA -> again(sent, attempt, error.code(), error);
            case CHANNEL_AUTH -> {
                health.record(sent.store(), sent.target().channel(), error);
                // Who asked the agent would wait until somebody enters a token: people have them at once.
                if (sent.author() == AuthorKind.AI) {
                    end(sent, attempt, SendState.REFUSED, error.code(), error);
                    yield Duration.ZERO;
                }
                yield held(sent, attempt, HELD);
            }
            case CHANNEL_LIMIT -> {
                var pause = SendRetry.pause(error.retryAfter());
                pipeline.send(paces.pauseLane(sent.store(), sent.target().channel(), pause));
                yield held(sent, attempt, pause);
            }
            case CONVERSATION_LIMIT -> {
                var step = slower(sent);
                yield held(sent, attempt, step);
            }
        };
    }

    /** It is known not to have been sent: later, until it was tried too often. */
    private Duration again(SentMessage sent, OpenAttempt attempt, String code, @Nullable GraphError error) {
        var wait = SendRetry.after(
                attempt.counts().refused() + 1, error == null ? null : error.retryAfter(), random.nextDouble(-1, 1));
        if (wait.isEmpty() || attempt.counts().resent() > 0) {
            end(sent, attempt, error == null ? SendState.NOT_SENT : SendState.REFUSED, code, error);
            return Duration.ZERO;
        }
        pipeline.send(settlements.requeue(sent.store(), sent.id(), null, 1));
        return wait.get();
    }

    /** It was not its fault: later, and nothing is counted. */
    private Duration held(SentMessage sent, OpenAttempt attempt, Duration wait) {
        if (attempt.counts().resent() > 0) {
            settlement.unsettled(sent);
            return wait;
        }
        pipeline.send(settlements.requeue(sent.store(), sent.id(), null, 0));
        return wait;
    }

    /** What was sent twice, the first time without an answer, may have arrived the first time. */
    private void end(SentMessage sent, OpenAttempt attempt, SendState state, String code, @Nullable GraphError error) {
        if (attempt.counts().resent() > 0) {
            settlement.unsettled(sent);
            return;
        }
        settlement.failed(sent, state, code, error);
    }

    private Duration slower(SentMessage sent) {
        var now = clock.instant();
        var pace = pipeline.ask(paces.find(sent.store(), sent.conversation()))
                .first()
                .orElseGet(() -> new SendPace(PairRate.fresh(now), null, 0));
        var step = SendRetry.step(pace.steps() + 1);
        pipeline.send(paces.save(
                sent.store(), sent.conversation(), new SendPace(pace.rate(), now.plus(step), pace.steps() + 1)));
        return step;
    }
}
