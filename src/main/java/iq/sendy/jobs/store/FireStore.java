package iq.sendy.jobs.store;

import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.Together;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Who runs what a schedule wants at a time: whoever inserts the row. */
@Component
public class FireStore {

    private final Together together;

    FireStore(Together together) {
        this.together = together;
    }

    /** Whether this time is ours; times of long ago are forgotten. */
    public boolean take(String schedule, Instant fire) {
        var ours = Asked.of("""
                        insert into jobs.schedule_fire (schedule, fire_time) values (:schedule, :fire)
                        on conflict (schedule, fire_time) do nothing returning 1
                        """, (_, _) -> true).param("schedule", schedule).param("fire", Sql.at(fire));
        var old = Asked.write("""
                        delete from jobs.schedule_fire
                        where schedule = :schedule and fire_time < :fire::timestamptz - interval '3 days'
                        """).param("schedule", schedule).param("fire", Sql.at(fire));
        together.send(ours, old);
        return !ours.answer().isEmpty();
    }
}
