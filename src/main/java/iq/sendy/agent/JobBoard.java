package iq.sendy.agent;

import iq.sendy.agent.store.MessageJobStore;
import iq.sendy.agent.store.MessageJobStore.WrittenReply;
import iq.sendy.billing.DiscardedCalls;
import iq.sendy.billing.DiscardedCalls.DiscardReason;
import iq.sendy.billing.TokenBudget;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboxStream;
import iq.sendy.messaging.StreamHappening;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Board of the agent's jobs: moves them from state to state with a step that says why, tells those who watch, and takes back
 * what no customer got. In the transaction of whoever has the conversation locked; a job is locked before the store's tokens.
 */
@Component
class JobBoard {

    private final MessageJobStore jobs;
    private final JobSteps steps;
    private final TokenBudget budget;
    private final InboxStream stream;
    private final Pipeline pipeline;
    private final Clock clock;

    JobBoard(
            MessageJobStore jobs,
            JobSteps steps,
            TokenBudget budget,
            InboxStream stream,
            Pipeline pipeline,
            Clock clock) {
        this.jobs = jobs;
        this.steps = steps;
        this.budget = budget;
        this.stream = stream;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    List<AiMessageJob> find(StoreId store, List<UUID> ids) {
        return pipeline.ask(jobs.find(store, ids)).answer();
    }

    /** The how manieth attempt it is; empty when another worker has the job. What earlier attempts came to is not used. */
    OptionalInt begin(AiMessageJob job, long token, JobStep step) {
        var store = job.store();
        var begun = pipeline.ask(jobs.begin(store, job.id(), token, clock.instant()))
                .first();
        if (begun.isEmpty()) {
            return OptionalInt.empty();
        }
        var run = Math.toIntExact(begun.get());
        pipeline.send(steps.append(store, job.id(), run, List.of(step)));
        if (run > 1) {
            budget.discard(store, DiscardedCalls.before(job.id(), run, DiscardReason.DISCARDED));
        }
        tell(job);
        return OptionalInt.of(run);
    }

    /** Whether the reply is kept: the attempt is still the last one, and the job not over. */
    boolean keep(AiMessageJob job, int run, WrittenReply reply) {
        tell(job);
        return pipeline.ask(jobs.generated(job.store(), job.id(), run, reply, clock.instant()))
                .any();
    }

    /** Its reply is on its way. */
    void send(AiMessageJob job, UUID message, JobStep step) {
        pipeline.send(
                jobs.sending(job.store(), job.id(), message, clock.instant()),
                steps.append(job.store(), job.id(), job.progress().runs(), List.of(step)));
        tell(job);
    }

    /** Nothing more comes of it. */
    void finish(AiMessageJob job, AiJobState state, @Nullable String reason, JobStep step) {
        pipeline.send(
                jobs.finish(job.store(), job.id(), state, reason, clock.instant()),
                steps.append(job.store(), job.id(), job.progress().runs(), List.of(step)));
        tell(job);
    }

    /** Another attempt follows; this one counts 1, or 0 where it was nobody's fault here. */
    void again(AiMessageJob job, String reason, int counts, Duration wait, JobStep step) {
        var now = clock.instant();
        pipeline.send(
                jobs.again(job.store(), job.id(), reason, counts, now.plus(wait), now),
                steps.append(job.store(), job.id(), job.progress().runs(), List.of(step)));
        tell(job);
    }

    private void tell(AiMessageJob job) {
        tell(job.store(), job.place().conversation(), job.id());
    }

    void tell(StoreId store, UUID conversation, UUID job) {
        stream.tell(store, StreamHappening.ofJob(conversation, job));
    }

    /** Takes back all calls of a job that is over, by what it ended with. */
    void discard(StoreId store, UUID job) {
        find(store, List.of(job)).stream()
                .filter(one -> one.progress().runs() > 0)
                .forEach(one -> reason(one.state())
                        .ifPresent(reason -> budget.discard(store, DiscardedCalls.ofJob(job, reason))));
    }

    private static Optional<DiscardReason> reason(AiJobState state) {
        return switch (state) {
            case SUPERSEDED -> Optional.of(DiscardReason.SUPERSEDED);
            case SKIPPED -> Optional.of(DiscardReason.SKIPPED);
            case DEAD -> Optional.of(DiscardReason.SEND_FAILED);
            case HANDED_OFF -> Optional.of(DiscardReason.DISCARDED);
            case PENDING, GENERATING, GENERATED, SENDING, DONE, RETRY -> Optional.empty();
        };
    }
}
