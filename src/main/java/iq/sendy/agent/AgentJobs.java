package iq.sendy.agent;

import static java.util.stream.Collectors.toMap;

import iq.sendy.agent.store.BurstStore;
import iq.sendy.agent.store.BurstStore.MessageBurst;
import iq.sendy.agent.store.MessageJobStore;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ContactErased;
import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.ConversationTaken;
import iq.sendy.messaging.InboxStream;
import iq.sendy.messaging.MessagesArrived;
import iq.sendy.messaging.MessagesArrived.ArrivedMessage;
import iq.sendy.messaging.ReplySettled;
import iq.sendy.messaging.SendState;
import iq.sendy.messaging.StreamHappening;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.BeforeCommit.LockOrder;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Jobs of the agent as messages make them: one for each burst, of which a conversation has one live at most. */
@Service
public class AgentJobs {

    /** The kind of job of the engine, and the name in metrics and logs. */
    public static final String DISPATCH = "social.ai.dispatch";

    private final BurstStore bursts;
    private final MessageJobStore board;
    private final Pipeline pipeline;
    private final Jobs jobs;
    private final InboxStream stream;
    private final BeforeCommit beforeCommit;
    private final AgentTiming timing;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    AgentJobs(
            BurstStore bursts,
            MessageJobStore board,
            Pipeline pipeline,
            Jobs jobs,
            InboxStream stream,
            BeforeCommit beforeCommit,
            AgentTiming timing,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.bursts = bursts;
        this.board = board;
        this.pipeline = pipeline;
        this.jobs = jobs;
        this.stream = stream;
        this.beforeCommit = beforeCommit;
        this.timing = timing;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Messages came into conversations that the agent has: in the last trip of whoever stores them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(MessagesArrived arrived) {
        var fresh = arrived.messages().stream()
                .filter(ArrivedMessage::isForAgent)
                .filter(message -> QuoteButtons.press(message.kind(), message.details()).isEmpty())
                .collect(toMap(
                        ArrivedMessage::conversation,
                        message -> burst(arrived.channel(), message),
                        AgentJobs::together,
                        LinkedHashMap::new))
                .values();
        if (!fresh.isEmpty()) {
            begin(arrived.store(), fresh);
        }
    }

    private void begin(StoreId store, Collection<MessageBurst> fresh) {
        bursts.arrive(
                        store, fresh, DISPATCH, JobHandler.laneOf(DISPATCH), timing.debounce(), clock.instant())
                .forEach(statement -> beforeCommit.add(LockOrder.QUEUE, statement));
        jobs.wake(store);
        fresh.forEach(burst -> stream.tell(store, StreamHappening.ofJob(burst.conversation(), burst.job())));
    }

    /** The agent has a conversation no more: what it was about to say is not said. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void taken(ConversationTaken taken) {
        var reason = taken.status() == ConversationStatus.RESOLVED ? "resolved" : "taken_over";
        pipeline.ask(board.stop(taken.store(), taken.conversation(), reason, clock.instant()))
                .answer()
                .forEach(job -> stream.tell(taken.store(), StreamHappening.ofJob(taken.conversation(), job)));
    }

    /** Nothing more will be done about sending a reply; what came meanwhile is answered now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settled(ReplySettled settled) {
        var store = settled.store();
        var found = pipeline.ask(board.ofReply(store, settled.message()))
                .first()
                .filter(job -> job.state() == AiJobState.SENDING);
        found.ifPresent(job -> {
            var now = clock.instant();
            var next = uuidGenerator.next();
            var trip = pipeline.open();
            trip.add(board.finish(store, job.id(), over(settled.state()), reason(settled.state()), now));
            if (settled.state() == SendState.SENT) {
                trip.addAll(board.follow(
                        store,
                        job.id(),
                        next,
                        DISPATCH,
                        JobHandler.laneOf(DISPATCH),
                        now.plus(timing.debounce())));
                jobs.wake(store);
                stream.tell(store, StreamHappening.ofJob(settled.conversation(), next));
            }
            trip.send();
            stream.tell(store, StreamHappening.ofJob(settled.conversation(), job.id()));
        });
    }

    private static AiJobState over(SendState state) {
        return switch (state) {
            case SENT -> AiJobState.DONE;
            // It was withdrawn: a person had taken the conversation, or the window has closed.
            case NOT_SENT -> AiJobState.SKIPPED;
            case REFUSED, UNKNOWN, QUEUED, IN_FLIGHT -> AiJobState.DEAD;
        };
    }

    private static @Nullable String reason(SendState state) {
        return switch (state) {
            case SENT -> null;
            case NOT_SENT -> "not_sent";
            case REFUSED -> "refused";
            case UNKNOWN, QUEUED, IN_FLIGHT -> "unconfirmed";
        };
    }

    /** A contact was erased: what was written to them is no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erased(ContactErased erased) {
        pipeline.send(board.erase(erased.store(), erased.conversations(), clock.instant()));
    }

    private MessageBurst burst(UUID channel, ArrivedMessage message) {
        return new MessageBurst(
                uuidGenerator.next(),
                message.conversation(),
                channel,
                message.contact(),
                message.message(),
                message.number(),
                message.number());
    }

    /** The later one is the newest, whatever came between. */
    private static MessageBurst together(MessageBurst one, MessageBurst later) {
        return new MessageBurst(
                one.job(),
                one.conversation(),
                one.channel(),
                one.contact(),
                later.message(),
                later.number(),
                one.first());
    }
}
