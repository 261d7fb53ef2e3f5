package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ConversationJobs.ConversationJob;
import iq.sendy.messaging.store.InboxStore;
import iq.sendy.messaging.store.NoteStore;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Conversations of a store as people read them: its inbox. */
@Service
public class Conversations {

    /** A draft that so many jobs came after answers nothing that was said last. */
    private static final int RECENT_JOBS = 20;

    private final InboxStore inbox;
    private final NoteStore notes;
    private final OutboundContents contents;
    private final ObjectProvider<ConversationJobs> jobs;
    private final Pipeline pipeline;
    private final Clock clock;

    Conversations(
            InboxStore inbox,
            NoteStore notes,
            OutboundContents contents,
            ObjectProvider<ConversationJobs> jobs,
            Pipeline pipeline,
            Clock clock) {
        this.inbox = inbox;
        this.notes = notes;
        this.contents = contents;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** A page behind a cursor costs the same however far it is. */
    @Transactional(readOnly = true)
    public Page<ConversationView> list(StoreId store, ConversationFilter filter, ConversationSort sort, Paging paging) {
        return inbox.list(store, filter, sort, clock.instant()).page(pipeline, paging);
    }

    /** One with everything that was said, in one trip. */
    @Transactional(readOnly = true)
    public Optional<ConversationThread> thread(StoreId store, UUID conversation) {
        var trip = pipeline.open();
        var found = trip.add(inbox.find(store, conversation));
        var messages = trip.add(inbox.messages(store, conversation));
        var noted = trip.add(notes.of(store, conversation));
        var agent = jobs.getIfAvailable();
        var done = trip.addIf(agent != null, () -> Objects.requireNonNull(agent).of(store, conversation));
        trip.send();
        return found.first()
                .map(view -> new ConversationThread(
                        view,
                        messages.answer(),
                        noted.answer(),
                        done.answer().stream().map(ConversationJob::body).toList()));
    }

    /** One with so many messages and notes at most, the newest, in one trip. */
    @Transactional(readOnly = true)
    public Optional<RecentThread> recent(StoreId store, UUID conversation, int most) {
        var trip = pipeline.open();
        var found = trip.add(inbox.find(store, conversation));
        var messages = trip.add(inbox.newestMessages(store, conversation, most));
        var noted = trip.add(notes.newest(store, conversation, most));
        var answered = trip.add(inbox.answered(store, conversation));
        var agent = jobs.getIfAvailable();
        var done =
                trip.addIf(agent != null, () -> Objects.requireNonNull(agent).newest(store, conversation, RECENT_JOBS));
        trip.send();
        return found.first()
                .map(view -> new RecentThread(
                        new ConversationThread(
                                view,
                                messages.answer().reversed(),
                                noted.answer().reversed(),
                                done.answer().reversed().stream()
                                        .map(ConversationJob::body)
                                        .toList()),
                        answered.first().orElse(null)));
    }

    /** One without its messages. */
    @Transactional(readOnly = true)
    public Optional<ConversationView> find(StoreId store, UUID conversation) {
        return pipeline.ask(inbox.find(store, conversation)).first();
    }

    /** The picture or document that a message of the store brought the customer. */
    public Optional<ReplyFile> file(MessageView message) {
        return contents.file(message);
    }

    /** How many wait for a person, as a query that shares a trip; beyond a thousand nobody counts. */
    public Query<Long> waiting(StoreId store) {
        return inbox.waiting(store, clock.instant());
    }

    /** How many have something that nobody has seen; as far as {@link #waiting} counts. */
    public Query<Long> unread(StoreId store) {
        return inbox.unread(store, clock.instant());
    }

    /** Conversations by their ids, as a query that shares a trip; those of other stores are left out. */
    public Query<ConversationView> byIds(StoreId store, Collection<UUID> ids) {
        return inbox.byIds(store, ids);
    }

    /** As {@link #byIds}, of messages, those that people may see. */
    public Query<MessageView> messages(StoreId store, Collection<UUID> ids) {
        return inbox.messagesByIds(store, ids);
    }
}
