package iq.sendy.agent;

import iq.sendy.agent.JobStep.StepKind;
import iq.sendy.agent.store.DraftStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.InboxStream;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.OutboundMessages;
import iq.sendy.messaging.QueueMessage;
import iq.sendy.messaging.StreamHappening;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Delivery of drafts: one becomes messages of the person who sends it, in the transaction that has the conversation locked. */
@Component
class DraftDelivery {

    private final OutboundMessages messages;
    private final DraftStore drafts;
    private final JobSteps steps;
    private final InboxStream stream;
    private final Pipeline pipeline;
    private final JsonMapper json;
    private final Clock clock;

    DraftDelivery(
            OutboundMessages messages,
            DraftStore drafts,
            JobSteps steps,
            InboxStream stream,
            Pipeline pipeline,
            JsonMapper json,
            Clock clock) {
        this.messages = messages;
        this.drafts = drafts;
        this.steps = steps;
        this.stream = stream;
        this.pipeline = pipeline;
        this.json = json;
        this.clock = clock;
    }

    /** Queues it, and answers its last message. */
    UUID send(StoreId store, Actor actor, AiMessageJob job) {
        var conversation = job.place().conversation();
        var contents = json.readValue(Objects.requireNonNull(job.reply().content()), WrittenParts.class)
                .contents();
        @Nullable UUID last = null;
        for (var content : contents) {
            last = messages.queue(
                            store,
                            new QueueMessage(conversation, author(actor), content, null),
                            job.place().message())
                    .orElseThrow(() -> new IllegalStateException("A conversation that is locked is there"));
        }
        var message = Objects.requireNonNull(last);
        var sent = drafts.sent(store, job.id(), message, clock.instant());
        var step = new JobStep(StepKind.SEND, "draft", "queued", Map.of("parts", contents.size()));
        pipeline.send(sent, steps.append(store, job.id(), job.progress().runs(), List.of(step)));
        if (!sent.any()) {
            throw new WriteConflict("The draft was sent meanwhile");
        }
        stream.tell(store, StreamHappening.ofJob(conversation, job.id()));
        return message;
    }

    /** A program that answers in the store's name is no member of it. */
    private static MessageAuthor author(Actor actor) {
        return new MessageAuthor(
                actor.kind().equals("user") ? AuthorKind.STAFF : AuthorKind.SYSTEM, actor.id(), actor.name());
    }
}
