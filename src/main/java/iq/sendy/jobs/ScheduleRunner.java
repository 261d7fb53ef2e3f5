package iq.sendy.jobs;

import iq.sendy.jobs.Schedule.MissedFires;
import iq.sendy.jobs.store.ScheduleStore;
import iq.sendy.platform.database.BackgroundWork;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scheduler of recurring work. Runs schedules when their times have come. The time is the database's, so all processes
 * mean the same one.
 */
final class ScheduleRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleRunner.class);

    /** A time that is passed for longer than this was missed. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final List<Schedule> schedules;
    private final ScheduleStore fires;

    /** Times that are taken or were somebody else's. */
    private final Map<String, Instant> seen = new HashMap<>();

    ScheduleRunner(List<Schedule> schedules, ScheduleStore fires) {
        this.schedules = schedules;
        this.fires = fires;
    }

    void look(Instant now) {
        for (var schedule : schedules) {
            var last = schedule.timing().lastAt(now);
            if (last.equals(seen.get(schedule.name()))) {
                continue;
            }
            var late = last.isBefore(now.minus(LATE)) && schedule.missed() == MissedFires.SKIP;
            var ours = !late && fires.take(schedule.name(), last);
            // Only now: if the database does not answer, the time has still to come.
            seen.put(schedule.name(), last);
            if (ours) {
                Thread.ofVirtual().name("jobs-timed").start(() -> BackgroundWork.run(() -> run(schedule, last)));
            }
        }
    }

    private static void run(Schedule schedule, Instant fire) {
        try {
            schedule.run(fire);
        } catch (RuntimeException failed) {
            LOG.error("{} of {} failed", schedule.name(), fire, failed);
        }
    }
}
