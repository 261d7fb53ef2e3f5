package iq.sendy.agent;

import iq.sendy.agent.store.MessageJobStore;
import iq.sendy.agent.store.MessageJobStore.DrivenJob;
import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AgentConversation;
import iq.sendy.messaging.AgentDesk;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Retries of dead jobs by hand: the agent gets the conversation back, and answers what the customer wrote last. */
@Service
public class JobRetries {

    private static final String TYPE = "agent_job";

    private final AgentDesk desk;
    private final MessageJobStore jobs;
    private final JobBoard board;
    private final Jobs engine;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    JobRetries(
            AgentDesk desk,
            MessageJobStore jobs,
            JobBoard board,
            Jobs engine,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.desk = desk;
        this.jobs = jobs;
        this.board = board;
        this.engine = engine;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    @Transactional
    public RetryJob.Result drive(StoreId store, Actor actor, RetryJob command) {
        var held = desk.hold(store, command.conversation());
        var found = board.find(store, List.of(command.job())).stream()
                .filter(job -> job.place().conversation().equals(command.conversation()))
                .findFirst();
        if (held.isEmpty() || found.isEmpty()) {
            return new RetryJob.Result.NoSuchJob();
        }
        var job = found.get();
        if (job.state() != AiJobState.DEAD) {
            return new RetryJob.Result.NotDead();
        }
        if (pipeline.ask(jobs.live(store, command.conversation())).any()) {
            return new RetryJob.Result.AnotherLives();
        }
        desk.takeBack(store, command.conversation(), job.place().first());
        pipeline.send(jobs.revive(store, driven(job, held.get()), clock.instant()));
        board.tell(store, command.conversation(), job.id());
        engine.enqueue(store, List.of(again(job)));
        audit.record(
                store,
                actor,
                new Change(TYPE + ".retried", TYPE, job.id(), null, Map.of("conversationId", command.conversation())));
        return new RetryJob.Result.Driven();
    }

    /** A stored reply is good as long as the customer has written nothing since; what they wrote is answered with it. */
    private static DrivenJob driven(AiMessageJob job, AgentConversation held) {
        return held.history().stream()
                .filter(message ->
                        message.isCustomers() && message.number() > job.place().number())
                .reduce((_, later) -> later)
                .map(newest -> new DrivenJob(job.id(), newest.id(), newest.number(), false))
                .orElseGet(() -> new DrivenJob(
                        job.id(), job.place().message(), job.place().number(), true));
    }

    private NewJob again(AiMessageJob job) {
        return NewJob.about(uuidGenerator.next(), AgentJobs.DISPATCH, job.id());
    }
}
