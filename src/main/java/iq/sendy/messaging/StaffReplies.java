package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ReplyClaims.Claim;
import iq.sendy.messaging.store.OutboundAttemptStore;
import iq.sendy.meta.Graph;
import iq.sendy.meta.SendOutcome;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.OutsideTransaction;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replies of people and programs that wait for the answer. The claim is committed before Meta is asked and what came of it
 * after, so that one reply is one call however often its request comes; what a process left behind that died between the
 * two is found by a job.
 */
@Service
public class StaffReplies {

    private static final Logger LOG = LoggerFactory.getLogger(StaffReplies.class);

    /** Whoever was frozen for longer than this sends no more: with the time that a call takes, others may think it dead. */
    private static final Duration FROZEN = Duration.ofSeconds(30);

    private static final int TRIES = 4;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final ReplyVariables variables;
    private final ReplyClaims claims;
    private final ReplyOutcomes outcomes;
    private final Graph graph;
    private final OutboundAttemptStore attempts;
    private final Pipeline pipeline;
    private final Clock clock;

    StaffReplies(
            ReplyVariables variables,
            ReplyClaims claims,
            ReplyOutcomes outcomes,
            Graph graph,
            OutboundAttemptStore attempts,
            Pipeline pipeline,
            Clock clock) {
        this.variables = variables;
        this.claims = claims;
        this.outcomes = outcomes;
        this.graph = graph;
        this.attempts = attempts;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /**
     * Sends a reply, with the variables of canned ones filled in, once for a request and all its repeats. It asks Meta, so no
     * transaction may be open.
     */
    public SendReply.Result send(SendReply command) {
        return switch (begun(command, claims::claim)) {
            case Reply.Done(var result) -> result;
            case Reply.AnsweredMeanwhile _ -> throw new IllegalStateException("Nobody asked whether somebody answered");
        };
    }

    /** What came of a reply whose writer wanted to be the only one to answer. */
    public sealed interface Reply {

        record Done(SendReply.Result result) implements Reply {}

        /**
         * Nothing was sent, since the writer has not seen what somebody else answered.
         *
         * @param by their name
         */
        record AnsweredMeanwhile(String by) implements Reply {}
    }

    /**
     * As {@link #send}, unless somebody else answered, or is just doing so, since the writer looked.
     *
     * @param command with a key
     * @param seen the message that the writer saw last
     */
    public Reply sendUnlessAnswered(SendReply command, UUID seen) {
        return begun(command, reply -> claims.claimUnlessAnswered(reply, seen));
    }

    private Reply begun(SendReply command, Function<SendReply, Claim> claim) {
        OutsideTransaction.require("Sending a message");
        var text = command.content().text();
        if (text == null) {
            return sent(command, claim);
        }
        var filled = variables.filled(command.store(), command.conversation(), text);
        return filled.isBlank()
                ? new Reply.Done(new SendReply.Result.Unsendable(List.of(Violation.at("text", "field.required"))))
                : sent(command.saying(filled), claim);
    }

    private Reply sent(SendReply command, Function<SendReply, Claim> claim) {
        return switch (claim.apply(command)) {
            case Claim.Ended(var result) -> new Reply.Done(result);
            case Claim.Answered(var by) -> new Reply.AnsweredMeanwhile(by);
            case Claim.Ours ours -> {
                var outcome = ask(ours);
                yield new Reply.Done(noted(() -> outcomes.note(
                        command.store(), command.author(), ours.draft().id(), outcome)));
            }
        };
    }

    /** What is wrong with a reply beyond what its request says of itself; null where there is no such conversation. */
    public @Nullable List<Violation> judge(StoreId store, UUID conversation, ReplyContent content) {
        var text = content.text();
        var filled = text == null ? content : content.saying(variables.filled(store, conversation, text));
        return claims.judge(store, conversation, filled);
    }

    /** A message as it is now. */
    @Transactional(readOnly = true)
    public Optional<MessageView> find(StoreId store, UUID message) {
        return pipeline.ask(attempts.message(store, message)).first();
    }

    private SendOutcome ask(Claim.Ours ours) {
        if (ours.draft().at().plus(FROZEN).isBefore(clock.instant())) {
            return new SendOutcome.NotSent("frozen");
        }
        try {
            return graph.send(ours.account(), ours.message());
        } catch (RuntimeException broken) {
            LOG.error(
                    "Whether a message was sent is not known: {}",
                    broken.getClass().getName());
            return new SendOutcome.Unconfirmed("broken");
        }
    }

    /** What was asked cannot be asked again, so only the noting is repeated, and its last failure is no reason for another step. */
    private static SendReply.Result noted(Supplier<SendReply.Result> note) {
        for (var tries = 1; ; tries++) {
            try {
                return note.get();
            } catch (TransientDataAccessException | WriteConflict passing) {
                if (tries == TRIES) {
                    throw notNoted(passing);
                }
                LockSupport.parkNanos(BETWEEN_TRIES.multipliedBy(tries).toNanos());
            } catch (DataAccessException broken) {
                throw notNoted(broken);
            }
        }
    }

    private static IllegalStateException notNoted(RuntimeException cause) {
        return new IllegalStateException("What came of a message was not noted", cause);
    }
}
