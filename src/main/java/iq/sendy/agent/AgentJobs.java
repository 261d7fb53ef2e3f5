package iq.sendy.agent;

import static java.util.stream.Collectors.toMap;

import iq.sendy.agent.store.BurstStore;
import iq.sendy.agent.store.BurstStore.MessageBurst;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboxStream;
import iq.sendy.messaging.MessagesArrived;
import iq.sendy.messaging.MessagesArrived.ArrivedMessage;
import iq.sendy.messaging.StreamHappening;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.BeforeCommit.LockOrder;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Jobs of the agent as messages make them: one for each burst, of which a conversation has one live at most. */
@Service
public class AgentJobs {

    /** The kind of job of the engine, and the name in metrics and logs. */
    public static final String DISPATCH = "social.ai.dispatch";

    private final BurstStore bursts;
    private final Jobs jobs;
    private final InboxStream stream;
    private final BeforeCommit beforeCommit;
    private final AgentTiming timing;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    AgentJobs(
            BurstStore bursts,
            Jobs jobs,
            InboxStream stream,
            BeforeCommit beforeCommit,
            AgentTiming timing,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.bursts = bursts;
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
                .filter(message ->
                        QuoteButtons.press(message.kind(), message.details()).isEmpty())
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
        bursts.arrive(store, fresh, DISPATCH, JobHandler.laneOf(DISPATCH), timing.debounce(), clock.instant())
                .forEach(statement -> beforeCommit.add(LockOrder.QUEUE, statement));
        jobs.wake(store);
        fresh.forEach(burst -> stream.tell(store, StreamHappening.ofJob(burst.conversation(), burst.job())));
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
