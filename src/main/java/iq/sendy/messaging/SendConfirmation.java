package iq.sendy.messaging;

import iq.sendy.accounts.MemberHolds;
import iq.sendy.jobs.JobEnd;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.OutboundSettlement.SentMessage;
import iq.sendy.messaging.model.SendRetry;
import iq.sendy.messaging.store.OutboundAttemptStore;
import iq.sendy.messaging.store.SettlementStore;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirmation of replies that nobody heard the last word of: what a process left in flight is shown as not confirmed, and
 * what is not confirmed waits for evidence. None of it is ever sent again: that is for a person to decide.
 */
@Component
public class SendConfirmation {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final OutboundAttemptStore attempts;
    private final SettlementStore settlements;
    private final OutboundSettlement settlement;
    private final MemberHolds members;
    private final Pipeline pipeline;
    private final Clock clock;

    SendConfirmation(
            OutboundAttemptStore attempts,
            SettlementStore settlements,
            OutboundSettlement settlement,
            MemberHolds members,
            Pipeline pipeline,
            Clock clock) {
        this.attempts = attempts;
        this.settlements = settlements;
        this.settlement = settlement;
        this.members = members;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Looks what became of a reply, in the transaction that ends the look, and says when to look again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public JobEnd look(StoreId store, UUID message) {
        var found = settlements.open(store, message);
        var view = attempts.message(store, message);
        pipeline.send(found, view);
        if (!found.any() || !view.any()) {
            return new JobEnd.Done();
        }
        var writer = writer(view.single().author());
        var keeper = members.active(store, writer.member());
        var target = settlements.lock(store, found.single().conversation());
        var open = settlements.open(store, message);
        pipeline.send(keeper, target, open);
        if (!target.any()) {
            // It has just become part of another.
            return new JobEnd.Deferred(SOON);
        }
        if (!open.any()) {
            return new JobEnd.Done();
        }
        var attempt = open.single();
        return judged(
                new SentMessage(
                        store,
                        target.single(),
                        message,
                        attempt.author(),
                        attempt.seen(),
                        writer,
                        keeper.first().orElse(null)),
                attempt);
    }

    private JobEnd judged(SentMessage message, OpenAttempt attempt) {
        if (attempt.externalId() != null) {
            settlement.adopted(message);
            return new JobEnd.Done();
        }
        if (attempt.state() == SendState.IN_FLIGHT) {
            var wait = until(attempt, SendRetry.IN_FLIGHT);
            if (!wait.isZero()) {
                return new JobEnd.Deferred(wait);
            }
            settlement.unconfirmed(message);
        }
        var wait = until(attempt, SendRetry.EVIDENCE);
        if (!wait.isZero()) {
            return new JobEnd.Deferred(wait);
        }
        settlement.unsettled(message);
        return new JobEnd.Done();
    }

    private Duration until(OpenAttempt attempt, Duration after) {
        Instant until = Objects.requireNonNull(attempt.begunAt()).plus(after);
        var now = clock.instant();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    private static Actor writer(MessageAuthor author) {
        return new Actor(author.kind() == AuthorKind.STAFF ? "user" : "key", author.id(), author.name(), null);
    }
}
