package iq.sendy.demo;

import iq.sendy.platform.ids.ReplayClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Discrete-event simulation: what happens is planned for a time, runs when all that comes before has run, at that time by
 * the clock, and may plan what follows from it. What would happen after its end is left out.
 */
final class Simulation {

    private record PlannedEvent(Instant at, long place, Runnable step) {}

    private final PriorityQueue<PlannedEvent> planned =
            new PriorityQueue<>(Comparator.comparing(PlannedEvent::at).thenComparingLong(PlannedEvent::place));
    private final Instant end;
    private long places;

    Simulation(Instant end) {
        this.end = end;
    }

    Instant end() {
        return end;
    }

    /** Plans a step, which has {@code at} as its now. */
    void plan(Instant at, Runnable step) {
        var moment = at.truncatedTo(ChronoUnit.MILLIS);
        if (!moment.isAfter(end)) {
            planned.add(new PlannedEvent(moment, places++, step));
        }
    }

    /** Runs it to its end, each step in transactions of its own, as it was. */
    void run() {
        while (!planned.isEmpty()) {
            var event = planned.remove();
            ReplayClock.at(event.at(), () -> {
                event.step().run();
                return event;
            });
        }
    }
}
