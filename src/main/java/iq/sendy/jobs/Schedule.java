package iq.sendy.jobs;

import java.time.Instant;

/**
 * Scheduled task, done at set times by one process for all: a bean in the {@code jobs} room of the module whose data it
 * is about. It runs on a thread of its own with no store named and no transaction open. A run that dies with its process
 * is not made up for before its next time, so each run does all that is left to do.
 */
public interface Schedule {

    /** What to do about times that passed while no process ran: of all that were missed, the last counts. */
    enum MissedFires {
        ONCE,
        SKIP
    }

    /** Module and verb, such as {@code stores.forget-answers}. */
    String name();

    ScheduleTimes timing();

    default MissedFires missed() {
        return MissedFires.ONCE;
    }

    void run(Instant fire);
}
