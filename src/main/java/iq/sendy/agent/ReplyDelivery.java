package iq.sendy.agent;

import iq.sendy.agent.JobStep.Kind;
import iq.sendy.agent.store.MessageJobStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.OutboundMessages;
import iq.sendy.messaging.QueueMessage;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Delivery of replies: a stored one becomes rows of the outbound queue, in the transaction that has the conversation locked. */
@Component
class ReplyDelivery {

    private static final MessageAuthor AGENT = new MessageAuthor(AuthorKind.AI, null, null);

    private final OutboundMessages messages;
    private final MessageJobStore jobs;
    private final JobSteps steps;
    private final Pipeline pipeline;
    private final JsonMapper json;
    private final Clock clock;

    ReplyDelivery(
            OutboundMessages messages,
            MessageJobStore jobs,
            JobSteps steps,
            Pipeline pipeline,
            JsonMapper json,
            Clock clock) {
        this.messages = messages;
        this.jobs = jobs;
        this.steps = steps;
        this.pipeline = pipeline;
        this.json = json;
        this.clock = clock;
    }

    /** Queues it; the job is settled with its last part. */
    void send(StoreId store, GuardedJob guarded) {
        var job = guarded.job();
        var contents = AgentDispatch.read(json, job).contents();
        @Nullable UUID last = null;
        for (var content : contents) {
            last = messages.queue(
                            store, new QueueMessage(guarded.conversation().id(), AGENT, content, null))
                    .orElseThrow(() -> new IllegalStateException("A conversation that is locked is there"));
        }
        var step = new JobStep(Kind.SEND, "reply", "queued", Map.of("parts", contents.size()));
        pipeline.send(
                jobs.sending(store, job.id(), Objects.requireNonNull(last), clock.instant()),
                steps.append(store, job.id(), job.progress().runs(), List.of(step)));
    }
}
