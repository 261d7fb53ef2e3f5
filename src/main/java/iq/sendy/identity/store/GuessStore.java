package iq.sendy.identity.store;

import iq.sendy.identity.model.Guesses;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Wrong passwords of late, by the digest of whom they concern; shared by all processes. */
@Component
public class GuessStore {

    private final JdbcClient jdbc;

    GuessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Guesses find(String subject) {
        return jdbc.sql("select at_ms, next_at from identity.wrong_guess where subject = :subject")
                .param("subject", subject)
                .query((row, _) -> guesses(row))
                .optional()
                .orElse(Guesses.NONE);
    }

    /** Those that there are, held until the step ends. */
    public Optional<Guesses> lock(String subject) {
        return jdbc.sql("select at_ms, next_at from identity.wrong_guess where subject = :subject for update")
                .param("subject", subject)
                .query((row, _) -> guesses(row))
                .optional();
    }

    /** As {@link #lock}, making the row first, so that two that are both the first come one after the other. */
    public Guesses lockOrMake(String subject, Instant now) {
        jdbc.sql("""
                        insert into identity.wrong_guess (subject, at_ms, last_at) values (:subject, '{}', :now)
                        on conflict (subject) do nothing
                        """).param("subject", subject).param("now", Sql.at(now)).update();
        return lock(subject).orElse(Guesses.NONE);
    }

    public void update(String subject, Guesses guesses, Instant now) {
        jdbc.sql("""
                        update identity.wrong_guess set at_ms = :at, next_at = :next, last_at = :now
                        where subject = :subject
                        """)
                .param("subject", subject)
                .param("at", guesses.at().stream().map(Instant::toEpochMilli).toArray(Long[]::new))
                .param("next", Sql.atOrNull(guesses.next()))
                .param("now", Sql.at(now))
                .update();
    }

    public void delete(String subject) {
        jdbc.sql("delete from identity.wrong_guess where subject = :subject")
                .param("subject", subject)
                .update();
    }

    public int deleteOlderThan(Instant before) {
        return jdbc.sql("delete from identity.wrong_guess where last_at < :before")
                .param("before", Sql.at(before))
                .update();
    }

    private static Guesses guesses(ResultSet row) throws SQLException {
        var at = Arrays.stream((Long[]) row.getArray("at_ms").getArray())
                .map(Instant::ofEpochMilli)
                .toList();
        return new Guesses(at, Rows.instant(row, "next_at"));
    }
}
