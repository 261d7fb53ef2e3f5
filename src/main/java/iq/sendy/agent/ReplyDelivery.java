package iq.sendy.agent;

import iq.sendy.agent.JobStep.StepKind;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.OutboundMessages;
import iq.sendy.messaging.QueueMessage;
import iq.sendy.meta.OutboundContent;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Delivery of replies: a stored one becomes rows of the outbound queue, in the transaction that has the conversation locked. */
@Component
class ReplyDelivery {

    private static final MessageAuthor AGENT = new MessageAuthor(AuthorKind.AI, null, null);

    private final OutboundMessages messages;
    private final JobBoard board;
    private final JsonMapper json;

    ReplyDelivery(OutboundMessages messages, JobBoard board, JsonMapper json) {
        this.messages = messages;
        this.board = board;
        this.json = json;
    }

    /** Queues it; the job is settled with its last part. */
    void send(GuardedJob guarded) {
        var job = guarded.job();
        var parts = json.readValue(Objects.requireNonNull(job.reply().content()), WrittenParts.class)
                .contents();
        parts.subList(0, parts.size() - 1).forEach(part -> queue(guarded, part));
        var last = queue(guarded, parts.getLast());
        board.send(job, last, new JobStep(StepKind.SEND, "reply", "queued", Map.of("parts", parts.size())));
    }

    private UUID queue(GuardedJob guarded, OutboundContent content) {
        var message = new QueueMessage(guarded.conversation().id(), AGENT, content, null);
        return messages.queue(guarded.job().store(), message)
                .orElseThrow(() -> new IllegalStateException("A conversation that is locked is there"));
    }
}
