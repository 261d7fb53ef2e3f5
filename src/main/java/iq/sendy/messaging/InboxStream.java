package iq.sendy.messaging;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ConversationJobs.ConversationJob;
import iq.sendy.messaging.store.StreamStore;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Live stream of an inbox, as rows: numbered in the order of commits, and kept for a while so that whoever lost the
 * connection goes on where it was. {@link LiveInbox} carries them to clients.
 */
@Service
public class InboxStream {

    /** How long somebody may be away. */
    static final Duration KEPT = Duration.ofMinutes(10);

    /** What is read at once. */
    static final int PAGE = 200;

    private final StreamStore stream;
    private final ObjectProvider<ConversationJobs> agentJobs;
    private final Pipeline pipeline;
    private final BeforeCommit beforeCommit;
    private final StreamSignal streamSignal;
    private final JsonMapper json;
    private final Clock clock;

    InboxStream(
            StreamStore stream,
            ObjectProvider<ConversationJobs> agentJobs,
            Pipeline pipeline,
            BeforeCommit beforeCommit,
            StreamSignal streamSignal,
            JsonMapper json,
            Clock clock) {
        this.stream = stream;
        this.agentJobs = agentJobs;
        this.pipeline = pipeline;
        this.beforeCommit = beforeCommit;
        this.streamSignal = streamSignal;
        this.json = json;
        this.clock = clock;
    }

    /** What a transaction tells, each thing once. */
    private static final class CollectedHappenings extends LinkedHashSet<StreamHappening> {}

    /** Tells it to all who watch the store's inbox, if the running transaction commits; in its last trip. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(StoreId store, StreamHappening happened) {
        beforeCommit
                .collected(
                        BeforeCommit.LockOrder.LIVE,
                        CollectedHappenings.class,
                        () -> collecting(store),
                        all -> stream.append(store, once(all), clock.instant()))
                .add(happened);
    }

    private CollectedHappenings collecting(StoreId store) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                streamSignal.tell(store);
            }
        });
        return new CollectedHappenings();
    }

    /** Whoever is told of a new message reads it as it is, and need not hear that it changed meanwhile. */
    private static List<StreamHappening> once(Collection<StreamHappening> all) {
        return all.stream()
                .filter(one -> one.kind() != StreamEventKind.STATUS
                        || !all.contains(
                                new StreamHappening(StreamEventKind.MESSAGE, one.conversation(), one.message())))
                .toList();
    }

    /** The number of the store's newest event; 0 before the first. */
    @Transactional(readOnly = true)
    public long head(StoreId store) {
        return pipeline.ask(stream.heads(List.of(store)))
                .first()
                .map(StreamStore.StreamHead::seq)
                .orElse(0L);
    }

    /** Whether somebody who has seen that event, and was told nothing since, can be told all that happened after it. */
    @Transactional(readOnly = true)
    public boolean goesOnFrom(StoreId store, long seen) {
        var head = stream.heads(List.of(store));
        var next = stream.toldAt(store, seen + 1);
        pipeline.send(head, next);
        var newest = head.first().map(StreamStore.StreamHead::seq).orElse(0L);
        if (seen == newest) {
            return true;
        }
        var since = clock.instant().minus(KEPT);
        return seen < newest && next.first().filter(at -> at.isAfter(since)).isPresent();
    }

    /** What happened after that event, the oldest first and so much at most, with the bodies as they are now. */
    @Transactional(readOnly = true)
    public List<StreamItem> after(StoreId store, long seen) {
        var events = stream.after(store, seen, PAGE);
        var messages = stream.messages(store, seen, PAGE);
        var conversations = stream.conversations(store, seen, PAGE);
        pipeline.send(events, messages, conversations);
        var bodies = new HashMap<UUID, Bytes>();
        messages.answer()
                .forEach(message -> bodies.put(
                        message.id(),
                        written(new StreamedMessageBody(message.conversation(), MessageBody.of(message)))));
        conversations
                .answer()
                .forEach(conversation -> bodies.put(conversation.id(), written(ConversationBody.of(conversation))));
        jobs(store, events.answer())
                .forEach(job ->
                        bodies.put(job.body().id(), written(new StreamedJobBody(job.conversation(), job.body()))));
        return events.answer().stream().map(event -> item(event, bodies)).toList();
    }

    /** The jobs that the events are about; asked only where there are such. */
    private List<ConversationJob> jobs(StoreId store, List<StreamEvent> events) {
        var ids = events.stream().map(StreamEvent::job).filter(Objects::nonNull).collect(Collectors.toSet());
        var agent = agentJobs.getIfAvailable();
        return agent == null || ids.isEmpty()
                ? List.of()
                : pipeline.ask(agent.among(store, ids)).answer();
    }

    private static StreamItem item(StreamEvent event, Map<UUID, Bytes> bodies) {
        return new StreamItem(event.seq(), event.kind(), bodies.get(event.about()));
    }

    private Bytes written(Object body) {
        return Bytes.of(json.writeValueAsBytes(body));
    }

    /** How far each of these stores has come, where it began at all; asked without a store. */
    List<StreamStore.StreamHead> heads(Collection<StoreId> stores) {
        return pipeline.ask(stream.heads(stores)).answer();
    }

    /** Stores that were told something since then; asked without a store. */
    public List<StoreId> toldSince(Instant then) {
        return pipeline.ask(stream.toldSince(then)).answer();
    }

    /** Removes some of what was told before then, and answers how much. */
    @Transactional
    public long forget(StoreId store, Instant before) {
        return pipeline.ask(stream.forget(store, before)).answer().size();
    }
}
