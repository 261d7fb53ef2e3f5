package iq.sendy.agent;

import iq.sendy.agent.JobStep.StepKind;
import iq.sendy.agent.store.JobEventStore;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Jobs;
import iq.sendy.messaging.ContactErased;
import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.ConversationTaken;
import iq.sendy.messaging.ReplySettled;
import iq.sendy.messaging.SendState;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.BeforeCommit.LockOrder;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens in conversations to jobs of the agent, in the transactions that have those locked. */
@Service
public class JobEvents {

    private final JobEventStore jobs;
    private final JobBoard board;
    private final Jobs engine;
    private final BeforeCommit beforeCommit;
    private final AgentTiming timing;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    JobEvents(
            JobEventStore jobs,
            JobBoard board,
            Jobs engine,
            BeforeCommit beforeCommit,
            AgentTiming timing,
            Pipeline pipeline,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.jobs = jobs;
        this.board = board;
        this.engine = engine;
        this.beforeCommit = beforeCommit;
        this.timing = timing;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** The agent has a conversation no more: what it was about to say is not said. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void taken(ConversationTaken taken) {
        var reason = taken.status() == ConversationStatus.RESOLVED ? "resolved" : "taken_over";
        pipeline.ask(jobs.stop(taken.store(), taken.conversation(), reason, clock.instant()))
                .answer()
                .forEach(job -> board.tell(taken.store(), taken.conversation(), job));
    }

    /** Nothing more will be done about sending a reply; what came meanwhile is answered now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settled(ReplySettled settled) {
        var store = settled.store();
        var found = pipeline.ask(jobs.ofReply(store, settled.message()))
                .first()
                .filter(job -> job.state() == AiJobState.SENDING);
        found.ifPresent(job -> {
            var now = clock.instant();
            var next = uuidGenerator.next();
            var step = JobStep.of(StepKind.SEND, "reply", settled.state().toString());
            board.finish(job, over(settled), reason(settled), step);
            if (settled.state() != SendState.SENT) {
                board.discard(store, job.id());
                return;
            }
            jobs.follow(
                            store,
                            job.id(),
                            next,
                            AgentJobs.DISPATCH,
                            JobHandler.laneOf(AgentJobs.DISPATCH),
                            now.plus(timing.debounce()))
                    .forEach(statement -> beforeCommit.add(LockOrder.QUEUE, statement));
            engine.wake(store);
            board.tell(store, settled.conversation(), next);
        });
    }

    private static AiJobState over(ReplySettled settled) {
        if (settled.state() == SendState.SENT) {
            return AiJobState.DONE;
        }
        return settled.withdrawn() ? AiJobState.SKIPPED : AiJobState.DEAD;
    }

    private static @Nullable String reason(ReplySettled settled) {
        if (settled.withdrawn()) {
            return "taken_over";
        }
        return switch (settled.state()) {
            case SENT -> null;
            case NOT_SENT -> "not_sent";
            case REFUSED -> "refused";
            case UNKNOWN, QUEUED, IN_FLIGHT -> "unconfirmed";
        };
    }

    /** A contact was erased: what was written to them is no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erased(ContactErased erased) {
        pipeline.send(jobs.erase(erased.store(), erased.conversations(), clock.instant()));
    }
}
