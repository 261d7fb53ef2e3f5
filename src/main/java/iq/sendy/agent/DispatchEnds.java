package iq.sendy.agent;

import iq.sendy.agent.JobStep.Kind;
import iq.sendy.agent.model.GuardFinding;
import iq.sendy.agent.model.TurnRetry;
import iq.sendy.agent.store.MessageJobStore;
import iq.sendy.jobs.JobEnd;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboxStream;
import iq.sendy.messaging.StreamHappening;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends of attempts: what follows for the job and its conversation, in the transaction by which the engine ends the attempt. */
@Component
public class DispatchEnds {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final JobGuards guards;
    private final MessageJobStore jobs;
    private final HandOffs handOffs;
    private final ReplyDelivery delivery;
    private final JobSteps steps;
    private final InboxStream stream;
    private final Pipeline pipeline;
    private final RandomGenerator random;
    private final Clock clock;

    DispatchEnds(
            JobGuards guards,
            MessageJobStore jobs,
            HandOffs handOffs,
            ReplyDelivery delivery,
            JobSteps steps,
            InboxStream stream,
            Pipeline pipeline,
            RandomGenerator random,
            Clock clock) {
        this.guards = guards;
        this.jobs = jobs;
        this.handOffs = handOffs;
        this.delivery = delivery;
        this.steps = steps;
        this.stream = stream;
        this.pipeline = pipeline;
        this.random = random;
        this.clock = clock;
    }

    /** Notes what an attempt came to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public JobEnd note(StoreId store, AiMessageJob work, Dispatched dispatched) {
        if (dispatched instanceof Dispatched.Over) {
            return new JobEnd.Done();
        }
        if (dispatched instanceof Dispatched.Waits(var delay)) {
            return new JobEnd.Deferred(delay);
        }
        if (dispatched instanceof Dispatched.NotMade) {
            return new JobEnd.Deferred(SOON);
        }
        stream.tell(store, StreamHappening.ofJob(work.place().conversation(), work.id()));
        return guards.hold(store, work)
                .map(guarded -> noted(store, guarded, dispatched))
                .orElseGet(JobEnd.Done::new);
    }

    /** Its job killed those who held it too often. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(StoreId store, AiMessageJob work) {
        stream.tell(store, StreamHappening.ofJob(work.place().conversation(), work.id()));
        guards.hold(store, work).filter(guarded -> guarded.job().state() != AiJobState.SENDING).ifPresent(guarded -> {
            if (guarded.finding() == GuardFinding.CLEAR) {
                die(store, guarded, "workers_lost");
            } else {
                stopped(store, guarded);
            }
        });
    }

    private JobEnd noted(StoreId store, GuardedJob guarded, Dispatched dispatched) {
        if (guarded.job().state() == AiJobState.SENDING) {
            return new JobEnd.Done();
        }
        if (guarded.finding() != GuardFinding.CLEAR) {
            return stopped(store, guarded);
        }
        return switch (dispatched) {
            // The guard that stopped it lets it pass by now.
            case Dispatched.Guarded _ -> new JobEnd.Deferred(Duration.ZERO);
            case Dispatched.Empty _ -> {
                finish(store, guarded, AiJobState.SKIPPED, "nothing_to_answer");
                yield new JobEnd.Done();
            }
            case Dispatched.Written _ -> written(store, guarded);
            case Dispatched.HandedOver(var reason, var language, var _) -> {
                handOffs.give(store, guarded.job(), guarded.conversation(), reason, language);
                yield new JobEnd.Done();
            }
            case Dispatched.Failed(var errorClass, var retryAfter) ->
                TurnRetry.after(
                                guarded.job().progress().attempts(), retryAfter, random.nextDouble(-1, 1))
                        .map(wait -> again(store, guarded, errorClass, 1, wait))
                        .orElseGet(() -> die(store, guarded, errorClass));
            case Dispatched.Hopeless(var errorClass) -> die(store, guarded, errorClass);
            case Dispatched.Deferred(var errorClass, var retryAfter) ->
                again(store, guarded, errorClass, 0, TurnRetry.outage(retryAfter));
            case Dispatched.Over _, Dispatched.Waits _, Dispatched.NotMade _ ->
                throw new IllegalStateException("Nothing was attempted");
        };
    }

    /** A guard said no. What the agent does not answer a person does, and so no customer is left alone. */
    private JobEnd stopped(StoreId store, GuardedJob guarded) {
        var finding = guarded.finding();
        step(store, guarded, new JobStep(Kind.GUARD, "dispatch", finding.toString(), Map.of()));
        if (finding == GuardFinding.TAKEN) {
            finish(store, guarded, AiJobState.SKIPPED, finding.toString());
        } else if (finding.handOff().isPresent()) {
            handOffs.give(
                    store,
                    guarded.job(),
                    guarded.conversation(),
                    finding.handOff().get(),
                    AgentDispatch.language(guarded));
        } else {
            handOffs.skip(store, guarded.job(), finding.toString());
        }
        return new JobEnd.Done();
    }

    private JobEnd written(StoreId store, GuardedJob guarded) {
        if (guarded.job().state() != AiJobState.GENERATED) {
            return new JobEnd.Deferred(SOON);
        }
        if (guarded.rule().drafts()) {
            handOffs.give(
                    store,
                    guarded.job(),
                    guarded.conversation(),
                    HandOffReason.DRAFT,
                    AgentDispatch.language(guarded));
        } else {
            delivery.send(store, guarded);
        }
        return new JobEnd.Done();
    }

    private JobEnd again(StoreId store, GuardedJob guarded, String errorClass, int counts, Duration wait) {
        var now = clock.instant();
        step(store, guarded, new JobStep(Kind.FAILURE, errorClass, "retry", Map.of("seconds", wait.toSeconds())));
        pipeline.send(jobs.again(store, guarded.job().id(), errorClass, counts, now.plus(wait), now));
        return new JobEnd.Deferred(wait);
    }

    private JobEnd die(StoreId store, GuardedJob guarded, String errorClass) {
        step(store, guarded, new JobStep(Kind.FAILURE, errorClass, "dead", Map.of()));
        handOffs.dead(
                store, guarded.job(), guarded.conversation(), errorClass, AgentDispatch.language(guarded));
        return new JobEnd.Done();
    }

    private void finish(StoreId store, GuardedJob guarded, AiJobState state, String reason) {
        pipeline.send(jobs.finish(store, guarded.job().id(), state, reason, clock.instant()));
    }

    private void step(StoreId store, GuardedJob guarded, JobStep step) {
        pipeline.send(
                steps.append(store, guarded.job().id(), guarded.job().progress().runs(), List.of(step)));
    }
}
