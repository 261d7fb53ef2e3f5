package iq.sendy.agent;

import iq.sendy.agent.store.JobLogStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.Conversations;
import iq.sendy.messaging.MessageView;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Log of the agent's jobs: what each did and why, for people to look at. */
@Service
public class JobLog {

    private final JobLogStore log;
    private final Conversations conversations;
    private final Pipeline pipeline;

    JobLog(JobLogStore log, Conversations conversations, Pipeline pipeline) {
        this.log = log;
        this.conversations = conversations;
        this.pipeline = pipeline;
    }

    /**
     * A job and whom it answers.
     *
     * @param contact the contact's name; null where none is known
     */
    public record NamedJob(LoggedJob job, @Nullable String contact) {}

    /**
     * A job with all that it did.
     *
     * @param asked the newest message that it answers, as far as it may still be seen
     * @param said the message that was sent, once there is one
     */
    public record ShownJob(
            NamedJob named,
            List<LoggedStep> steps,
            @Nullable MessageView asked,
            @Nullable MessageView said) {

        public ShownJob {
            steps = List.copyOf(steps);
        }
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<NamedJob> list(StoreId store, JobFilter filter, Paging paging) {
        var page = log.list(store, filter).page(pipeline, paging);
        var names = names(store, page.items());
        return page.map(job -> new NamedJob(job, names.get(job.place().conversation())));
    }

    private Map<UUID, String> names(StoreId store, List<LoggedJob> jobs) {
        var names = new HashMap<UUID, String>();
        if (jobs.isEmpty()) {
            return names;
        }
        var ids =
                jobs.stream().map(job -> job.place().conversation()).distinct().toList();
        for (var conversation : pipeline.ask(conversations.byIds(store, ids)).answer()) {
            var name = conversation.contact().name();
            if (name != null) {
                names.put(conversation.id(), name);
            }
        }
        return names;
    }

    /** Empty when there is no such job. */
    @Transactional(readOnly = true)
    public Optional<ShownJob> find(StoreId store, UUID id) {
        var job = log.find(store, id);
        var steps = log.steps(store, id);
        pipeline.send(job, steps);
        return job.first().map(found -> shown(store, found, steps.answer()));
    }

    private ShownJob shown(StoreId store, LoggedJob job, List<LoggedStep> steps) {
        var asked = job.place().message();
        var said = job.reply().message();
        var messages = conversations.messages(
                store, Stream.of(asked, said).flatMap(Stream::ofNullable).toList());
        var conversation = conversations.byIds(store, List.of(job.place().conversation()));
        pipeline.send(messages, conversation);
        var name = conversation
                .first()
                .map(found -> Optional.ofNullable(found.contact().name()))
                .flatMap(found -> found)
                .orElse(null);
        return new ShownJob(
                new NamedJob(job, name), steps, among(messages.answer(), asked), among(messages.answer(), said));
    }

    private static @Nullable MessageView among(List<MessageView> messages, @Nullable UUID id) {
        return messages.stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
