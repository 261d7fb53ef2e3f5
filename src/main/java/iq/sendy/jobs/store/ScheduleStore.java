package iq.sendy.jobs.store;

import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Leader of each run of a schedule: whoever inserts the row of that time. */
@Component
public class ScheduleStore {

    private final Pipeline pipeline;

    ScheduleStore(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Whether this time is ours; times of long ago are forgotten. */
    public boolean take(String schedule, Instant fire) {
        var ours = Query.write("""
                        insert into jobs.schedule_fire (schedule, fire_time) values (:schedule, :fire)
                        on conflict (schedule, fire_time) do nothing returning 1
                        """).param("schedule", schedule).param("fire", Sql.at(fire));
        var old = Query.write("""
                        delete from jobs.schedule_fire
                        where schedule = :schedule and fire_time < :fire::timestamptz - interval '3 days'
                        """).param("schedule", schedule).param("fire", Sql.at(fire));
        pipeline.send(ours, old);
        return ours.any();
    }
}
