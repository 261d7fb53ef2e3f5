package iq.sendy.messaging;

import iq.sendy.channels.ChannelHealth;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundOutcome.UnsureEcho;
import iq.sendy.meta.GraphError;
import iq.sendy.platform.ids.UuidGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells what came of inbound items: who listens hears it in the same transaction, once all is written. */
@Component
class InboundAnnouncer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InboundMedia media;
    private final Jobs jobs;
    private final ChannelHealth health;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    InboundAnnouncer(
            InboundMedia media,
            Jobs jobs,
            ChannelHealth health,
            ApplicationEventPublisher events,
            JsonMapper json,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.media = media;
        this.jobs = jobs;
        this.health = health;
        this.events = events;
        this.json = json;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    void announce(StoreId store, UUID channel, InboundOutcome outcome) {
        for (var medium : outcome.media) {
            media.expect(store, medium.conversation(), medium.message(), medium.content());
        }
        jobs.enqueue(
                store,
                outcome.unsure.stream().map(unsure -> again(channel, unsure)).toList());
        for (var trouble : outcome.troubles) {
            health.record(store, channel, GraphError.of(trouble));
        }
        outcome.events(store, channel).forEach(events::publishEvent);
    }

    private NewJob again(UUID channel, UnsureEcho unsure) {
        var echo = unsure.echo().message();
        return new NewJob(
                uuidGenerator.next(),
                WaitingEcho.JOB,
                JobHandler.laneOf(WaitingEcho.JOB),
                channel + " " + echo.externalId(),
                clock.instant().plus(PATIENCE),
                json.writeValueAsString(new WaitingEcho(channel, echo)));
    }
}
