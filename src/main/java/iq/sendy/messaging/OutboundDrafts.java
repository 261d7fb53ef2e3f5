package iq.sendy.messaging;

import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.MessageView.MessageContent;
import iq.sendy.messaging.model.SendRetry;
import iq.sendy.messaging.store.OutboundAttemptStore;
import iq.sendy.messaging.store.SendPaceStore;
import iq.sendy.messaging.store.SendPaceStore.SendPace;
import iq.sendy.meta.OutboundContent;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts of messages, written with what will see to them: whoever sends them, or whoever finds them left behind. */
@Component
public class OutboundDrafts {

    /** The kind of job that sends what is queued, one for each conversation. */
    public static final String SEND = "messaging.send";

    /** The kind of job that looks for what became of a message. */
    public static final String CONFIRM = "messaging.confirm";

    private final OutboundAttemptStore attempts;
    private final SendPaceStore paces;
    private final OutboundContents contents;
    private final Pipeline pipeline;
    private final Jobs jobs;
    private final UuidGenerator uuidGenerator;

    OutboundDrafts(
            OutboundAttemptStore attempts,
            SendPaceStore paces,
            OutboundContents contents,
            Pipeline pipeline,
            Jobs jobs,
            UuidGenerator uuidGenerator) {
        this.attempts = attempts;
        this.paces = paces;
        this.contents = contents;
        this.pipeline = pipeline;
        this.jobs = jobs;
        this.uuidGenerator = uuidGenerator;
    }

    /** The pace of a conversation, to share a trip of the caller's. */
    Query<SendPace> pace(StoreId store, UUID conversation) {
        return paces.find(store, conversation);
    }

    /** What the message of a reply says. */
    MessageContent kept(OutboundContent content, @Nullable String inReplyTo) {
        return contents.kept(content, inReplyTo);
    }

    /** A message that whoever waits for it sends as soon as this is committed; it counts for the pace of what is queued. */
    void writeForNow(StoreId store, OutboundDraft draft, SendPace pace) {
        pipeline.send(
                attempts.write(store, draft), paces.save(store, draft.target().conversation(), spent(pace, draft)));
        jobs.enqueue(
                store,
                List.of(NewJob.about(uuidGenerator.next(), CONFIRM, draft.id())
                        .at(draft.at().plus(SendRetry.IN_FLIGHT))));
    }

    /** A message that is sent when its turn in its conversation comes. */
    void writeForLater(StoreId store, OutboundDraft draft) {
        var target = draft.target();
        pipeline.send(attempts.write(store, draft), paces.addLane(store, target.channel()));
        jobs.enqueue(store, List.of(sender(target.conversation(), target.channel())));
    }

    /** What is queued for a contact goes on where it is now: two contacts turned out to be one. */
    void goOn(StoreId store, UUID contact) {
        var queues = pipeline.ask(attempts.queuesOf(store, contact)).answer();
        jobs.enqueue(
                store,
                queues.stream()
                        .map(queue -> sender(queue.conversation(), queue.channel()))
                        .toList());
    }

    /** One for a conversation, however often it is asked for. */
    private NewJob sender(UUID conversation, UUID channel) {
        return NewJob.about(uuidGenerator.next(), SEND, conversation).in(SendPaceStore.lane(channel));
    }

    private static SendPace spent(SendPace pace, OutboundDraft draft) {
        return new SendPace(pace.rate().spent(draft.at()), pace.openFrom(), pace.steps());
    }
}
