package iq.sendy.jobs;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.jobs.Schedule.MissedFires;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What is done at set times is done once, however many processes there are. */
class ScheduleRunnerTest extends Working {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final Queue<Instant> ran = new ConcurrentLinkedQueue<>();

    @Test
    void of_several_processes_one_runs_it() {
        var hourly = schedule(new ScheduleTimes.Every(Duration.ofHours(1)), MissedFires.ONCE);
        var processes = List.of(timetable(hourly), timetable(hourly), timetable(hourly));

        processes.forEach(process -> process.look(NOON.plusSeconds(5)));
        processes.forEach(process -> process.look(NOON.plusSeconds(65)));
        until("it ran", () -> !ran.isEmpty());
        processes.forEach(process -> process.look(NOON.plusSeconds(3_600)));

        until("it ran at the next time too", () -> ran.size() >= 2);
        assertThat(ran).containsExactly(NOON, NOON.plusSeconds(3_600));
    }

    @Test
    void what_was_missed_is_made_up_for_once_or_skipped() {
        var once = schedule(new ScheduleTimes.Daily(LocalTime.of(3, 0)), MissedFires.ONCE);
        var skip = schedule(new ScheduleTimes.Daily(LocalTime.of(3, 0)), MissedFires.SKIP);

        timetable(skip).look(NOON);
        timetable(once).look(NOON);

        until("the one ran", () -> !ran.isEmpty());
        assertThat(ran).containsExactly(Instant.parse("2026-11-26T03:00:00Z"));
    }

    @Test
    void times_follow_from_the_time_alone() {
        assertThat(new ScheduleTimes.Every(Duration.ofMinutes(10)).lastAt(NOON.plusSeconds(599)))
                .isEqualTo(NOON);
        assertThat(new ScheduleTimes.Daily(LocalTime.NOON).lastAt(NOON)).isEqualTo(NOON);
        assertThat(new ScheduleTimes.Daily(LocalTime.NOON).lastAt(NOON.minusSeconds(1)))
                .isEqualTo(NOON.minus(Duration.ofDays(1)));
    }

    private ScheduleRunner timetable(Schedule schedule) {
        return new ScheduleRunner(List.of(schedule), fires);
    }

    private Schedule schedule(ScheduleTimes scheduleTimes, MissedFires missedFires) {
        var name = "test." + UUID.randomUUID();
        return new Schedule() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public ScheduleTimes timing() {
                return scheduleTimes;
            }

            @Override
            public MissedFires missed() {
                return missedFires;
            }

            @Override
            public void run(Instant fire) {
                ran.add(fire);
            }
        };
    }
}
