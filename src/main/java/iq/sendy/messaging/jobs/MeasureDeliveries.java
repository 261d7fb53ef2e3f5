package iq.sendy.messaging.jobs;

import iq.sendy.jobs.Backlog;
import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.messaging.InboundDeliveries;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Measures for how long deliveries of Meta wait to be read, in the stores whose work is due the longest: all may be answered
 * 200 while nobody reads them.
 */
@Component
class MeasureDeliveries implements Schedule {

    private static final int STORES_AT_ONCE = 200;

    private final Backlog backlog;
    private final InboundDeliveries deliveries;
    private final InboxMeters meters;
    private final Clock clock;

    MeasureDeliveries(Backlog backlog, InboundDeliveries deliveries, InboxMeters meters, Clock clock) {
        this.backlog = backlog;
        this.deliveries = deliveries;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "messaging.measure-deliveries";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Every(Duration.ofSeconds(10));
    }

    @Override
    public MissedFires missed() {
        return MissedFires.SKIP;
    }

    @Override
    public void run(Instant fire) {
        var now = clock.instant();
        meters.waits(backlog.longestDue(STORES_AT_ONCE).stream()
                .flatMap(store -> CurrentTenant.in(store, () -> deliveries.oldestWaiting(store)).stream())
                .map(came -> Duration.between(came, now))
                .max(Duration::compareTo)
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO));
    }
}
