package iq.sendy.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times of a schedule; all processes agree on them, since they follow from the time alone. */
public sealed interface ScheduleTimes {

    /** The last time at or before that moment. */
    Instant lastAt(Instant now);

    /** Again and again, counted from 1970. */
    record Every(Duration period) implements ScheduleTimes {

        public Every {
            if (period.toSeconds() < 1) {
                throw new IllegalArgumentException("Schedules are looked at about once a second");
            }
        }

        @Override
        public Instant lastAt(Instant now) {
            var seconds = period.toSeconds();
            return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
        }
    }

    /** Once a day, in UTC. */
    record Daily(LocalTime at) implements ScheduleTimes {

        @Override
        public Instant lastAt(Instant now) {
            var today = now.atZone(ZoneOffset.UTC).toLocalDate().atTime(at).toInstant(ZoneOffset.UTC);
            return today.isAfter(now) ? today.minus(1, ChronoUnit.DAYS) : today;
        }
    }
}
