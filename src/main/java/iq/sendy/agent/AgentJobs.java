package iq.sendy.agent;

import static java.util.stream.Collectors.toMap;

import iq.sendy.agent.model.HardRules;
import iq.sendy.agent.store.BurstStore;
import iq.sendy.agent.store.BurstStore.MessageBurst;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AgentDesk;
import iq.sendy.messaging.ConversationHandedBack;
import iq.sendy.messaging.InboxStream;
import iq.sendy.messaging.MessagesArrived;
import iq.sendy.messaging.MessagesArrived.ArrivedMessage;
import iq.sendy.messaging.SaidMessage;
import iq.sendy.messaging.StreamHappening;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.BeforeCommit.LockOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final AgentDesk desk;
    private final Jobs jobs;
    private final InboxStream stream;
    private final BeforeCommit beforeCommit;
    private final AgentTiming timing;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    AgentJobs(
            BurstStore bursts,
            AgentDesk desk,
            Jobs jobs,
            InboxStream stream,
            BeforeCommit beforeCommit,
            AgentTiming timing,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.bursts = bursts;
        this.desk = desk;
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
            begin(arrived.store(), fresh, timing.debounce());
        }
    }

    /**
     * People gave a conversation back: what nobody answered is answered now, however old it is. What the agent would give to
     * people again at once stays as it is.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handedBack(ConversationHandedBack handedBack) {
        var store = handedBack.store();
        var waiting = answerable(desk.unanswered(store, handedBack.conversation()));
        if (waiting.isEmpty()) {
            return;
        }
        var first = waiting.getFirst().number();
        desk.takeBack(store, handedBack.conversation(), first);
        desk.hold(store, handedBack.conversation()).ifPresent(conversation -> {
            var newest = waiting.getLast();
            var burst = new MessageBurst(
                    uuidGenerator.next(),
                    conversation.id(),
                    conversation.channel(),
                    conversation.contact().id(),
                    newest.id(),
                    newest.number(),
                    first);
            begin(store, List.of(burst), Duration.ZERO);
            beforeCommit.add(LockOrder.QUEUE, bursts.driven(store, burst.job(), clock.instant()));
        });
    }

    /** What came behind the last thing that is for people alone. */
    private static List<SaidMessage> answerable(List<SaidMessage> waiting) {
        var behind = 0;
        for (var i = 0; i < waiting.size(); i++) {
            var message = waiting.get(i);
            if (HardRules.judge(message.text(), message.kind()).isPresent()) {
                behind = i + 1;
            }
        }
        return waiting.subList(behind, waiting.size());
    }

    private void begin(StoreId store, Collection<MessageBurst> fresh, Duration debounce) {
        bursts.arrive(store, fresh, DISPATCH, JobHandler.laneOf(DISPATCH), debounce, clock.instant())
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
