package iq.sendy.agent;

import iq.sendy.agent.JobStep.StepKind;
import iq.sendy.agent.model.GuardFinding;
import iq.sendy.agent.model.TurnRetry;
import iq.sendy.jobs.JobEnd;
import iq.sendy.kernel.StoreId;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends of attempts: what follows for the job and its conversation, in the transaction by which the engine ends the attempt. */
@Component
public class DispatchEnds {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchEnds.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final JobGuards guards;
    private final JobBoard board;
    private final HandOffs handOffs;
    private final ReplyDelivery delivery;
    private final RandomGenerator random;

    DispatchEnds(JobGuards guards, JobBoard board, HandOffs handOffs, ReplyDelivery delivery, RandomGenerator random) {
        this.guards = guards;
        this.board = board;
        this.handOffs = handOffs;
        this.delivery = delivery;
        this.random = random;
    }

    /** Notes what an attempt came to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public JobEnd note(StoreId store, AiMessageJob work, Dispatched dispatched) {
        return switch (dispatched) {
            case Dispatched.Waits(var delay) -> new JobEnd.Deferred(delay);
            case Dispatched.NotMade _ -> new JobEnd.Deferred(SOON);
            case Dispatched.Over _,
                    Dispatched.Guarded _,
                    Dispatched.Empty _,
                    Dispatched.Written _,
                    Dispatched.HandedOver _,
                    Dispatched.Failed _,
                    Dispatched.Hopeless _,
                    Dispatched.Deferred _ ->
                guards.hold(store, work)
                        .map(guarded -> noted(guarded, dispatched))
                        .orElseGet(() -> overtaken(store, work));
        };
    }

    /** Its job killed those who held it too often. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(StoreId store, AiMessageJob work) {
        guards.hold(store, work)
                .filter(guarded -> guarded.job().state() != AiJobState.SENDING)
                .ifPresent(guarded -> {
                    if (guarded.finding() == GuardFinding.CLEAR) {
                        die(guarded, "workers_lost");
                    } else {
                        stopped(guarded);
                    }
                });
    }

    /** It ended meanwhile, by a newer message or by people: what its calls came to, nobody gets. */
    private JobEnd overtaken(StoreId store, AiMessageJob work) {
        board.discard(store, work.id());
        return new JobEnd.Done();
    }

    private JobEnd noted(GuardedJob guarded, Dispatched dispatched) {
        if (guarded.job().state() == AiJobState.SENDING) {
            return new JobEnd.Done();
        }
        if (guarded.finding() != GuardFinding.CLEAR) {
            return stopped(guarded);
        }
        return switch (dispatched) {
            case Dispatched.Empty _ -> empty(guarded);
            case Dispatched.Written _ -> written(guarded);
            case Dispatched.HandedOver(var reason, var language, var summary) -> {
                handOffs.note(guarded, summary);
                handOffs.give(guarded, reason, language);
                yield new JobEnd.Done();
            }
            case Dispatched.Failed(var errorClass, var retryAfter) ->
                TurnRetry.after(guarded.job().progress().attempts(), retryAfter, random.nextDouble(-1, 1))
                        .map(wait -> again(guarded, errorClass, 1, wait))
                        .orElseGet(() -> die(guarded, errorClass));
            case Dispatched.Hopeless(var errorClass) -> die(guarded, errorClass);
            case Dispatched.Deferred(var errorClass, var delay) -> again(guarded, errorClass, 0, delay);
            // The guard that stopped it lets it pass by now.
            case Dispatched.Guarded _, Dispatched.Over _, Dispatched.Waits _, Dispatched.NotMade _ ->
                new JobEnd.Deferred(SOON);
        };
    }

    /** A guard said no. What the agent does not answer a person does, and so no customer is left alone. */
    private JobEnd stopped(GuardedJob guarded) {
        var finding = guarded.finding();
        var handOff = finding.handOff();
        if (finding == GuardFinding.TAKEN) {
            board.finish(
                    guarded.job(),
                    AiJobState.SKIPPED,
                    finding.toString(),
                    JobStep.of(StepKind.GUARD, "dispatch", finding.toString()));
        } else if (handOff.isPresent()) {
            handOffs.give(guarded, handOff.get(), AgentDispatch.language(guarded));
        } else {
            handOffs.skip(guarded, finding.toString());
        }
        board.discard(guarded.job().store(), guarded.job().id());
        return new JobEnd.Done();
    }

    /** Unless the customer has said something since it was looked at. */
    private JobEnd empty(GuardedJob guarded) {
        if (!JobGuards.saysNothing(guarded)) {
            return new JobEnd.Deferred(SOON);
        }
        if (JobGuards.saysMoreThanStickers(guarded)) {
            handOffs.skip(guarded, "nothing_to_answer");
            return new JobEnd.Done();
        }
        var step = JobStep.of(StepKind.GUARD, "burst", "nothing_to_answer");
        board.finish(guarded.job(), AiJobState.SKIPPED, "nothing_to_answer", step);
        return new JobEnd.Done();
    }

    private JobEnd written(GuardedJob guarded) {
        if (guarded.job().state() != AiJobState.GENERATED) {
            return new JobEnd.Deferred(SOON);
        }
        if (guarded.rule().drafts()) {
            handOffs.give(guarded, HandOffReason.DRAFT, AgentDispatch.language(guarded));
        } else {
            delivery.send(guarded);
        }
        return new JobEnd.Done();
    }

    private JobEnd again(GuardedJob guarded, String errorClass, int counts, Duration wait) {
        var step = new JobStep(StepKind.FAILURE, errorClass, "retry", Map.of("seconds", wait.toSeconds()));
        board.again(guarded.job(), errorClass, counts, wait, step);
        return new JobEnd.Deferred(wait);
    }

    private JobEnd die(GuardedJob guarded, String errorClass) {
        LOG.warn("A job of the agent is dead: {}", errorClass);
        handOffs.dead(guarded, errorClass, AgentDispatch.language(guarded));
        board.discard(guarded.job().store(), guarded.job().id());
        return new JobEnd.Done();
    }
}
