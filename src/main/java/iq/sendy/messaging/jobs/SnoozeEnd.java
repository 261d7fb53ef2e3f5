package iq.sendy.messaging.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ConversationChanged;
import iq.sendy.messaging.store.CareStore;
import iq.sendy.messaging.store.CareStore.SnoozedConversation;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * End of a snooze: brings a conversation back at its time, and tells those who watch the inbox. One that was put away anew
 * meanwhile stays where it is, for the job of its new time.
 */
@Component
public class SnoozeEnd implements JobHandler<SnoozedConversation, Boolean> {

    private final CareStore care;
    private final Pipeline pipeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JsonMapper json;

    SnoozeEnd(CareStore care, Pipeline pipeline, ApplicationEventPublisher events, Clock clock, JsonMapper json) {
        this.care = care;
        this.pipeline = pipeline;
        this.events = events;
        this.clock = clock;
        this.json = json;
    }

    /** The job that brings a conversation back at a time. */
    public NewJob job(UUID id, UUID conversation, Instant until) {
        return NewJob.of(id, kind(), json.writeValueAsString(new SnoozedConversation(conversation, until)))
                .at(until);
    }

    @Override
    public String kind() {
        return "messaging.unsnooze";
    }

    @Override
    public Map<UUID, SnoozedConversation> load(StoreId store, List<Job> claimed) {
        return claimed.stream().collect(toMap(Job::id, job -> job.payload(json, SnoozedConversation.class)));
    }

    /** All there is to do is done in the transaction that ends the job. */
    @Override
    public Boolean attempt(Job job, SnoozedConversation work) {
        return true;
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<SnoozedConversation, Boolean>> done) {
        var snoozed = done.stream().map(AttemptResult::work).toList();
        pipeline.ask(care.wake(store, snoozed, clock.instant()))
                .answer()
                .forEach(woken -> events.publishEvent(new ConversationChanged(store, woken)));
        return done.stream().<JobEnd>map(_ -> new JobEnd.Done()).toList();
    }
}
