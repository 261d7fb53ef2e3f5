package iq.sendy.accounts.store;

import iq.sendy.accounts.model.GuessWindow;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passwords tried of late, by the digest of whom they concern; shared by all processes. */
@Component
public class GuessStore {

    private final JdbcClient jdbc;

    GuessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By subject, where there are any. */
    public Map<String, GuessWindow> find(List<String> subjects) {
        var found = new HashMap<String, GuessWindow>();
        jdbc.sql("select subject, at_ms, next_at from identity.wrong_guess where subject = any (:subjects)")
                .param("subjects", subjects.toArray(String[]::new))
                .query(into(found));
        return found;
    }

    /**
     * By subject, held until the step ends. The rows are made first, so that two that are both the first come one after the
     * other; always in one order, so that nobody waits for each other.
     */
    public Map<String, GuessWindow> lock(List<String> subjects, Instant now) {
        var found = new HashMap<String, GuessWindow>();
        jdbc.sql("""
                        insert into identity.wrong_guess as w (subject, at_ms, last_at)
                        select subject, '{}', :now from unnest(:subjects::text[]) as wanted (subject) order by subject
                        on conflict (subject) do update set last_at = excluded.last_at
                        returning w.subject, w.at_ms, w.next_at
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .param("now", Sql.at(now))
                .query(into(found));
        return found;
    }

    /** Counts a failure in a row, and answers how many there were; a pause begins a new row. */
    public long fail(String subject, Instant now, Instant pause) {
        return jdbc.sql("""
                        insert into identity.wrong_guess as w (subject, at_ms, last_at, failures)
                        values (:subject, '{}', :now, 1)
                        on conflict (subject) do update
                        set failures = case when w.last_at < :pause then 1 else w.failures + 1 end, last_at = excluded.last_at
                        returning w.failures
                        """)
                .param("subject", subject)
                .param("now", Sql.at(now))
                .param("pause", Sql.at(pause))
                .query(Long.class)
                .single();
    }

    public void update(String subject, GuessWindow guessWindow) {
        jdbc.sql("update identity.wrong_guess set at_ms = :at, next_at = :next where subject = :subject")
                .param("subject", subject)
                .param(
                        "at",
                        guessWindow.at().stream().map(Instant::toEpochMilli).toArray(Long[]::new))
                .param("next", Sql.atOrNull(guessWindow.next()))
                .update();
    }

    public int deleteOlderThan(Instant before) {
        return jdbc.sql("delete from identity.wrong_guess where last_at < :before")
                .param("before", Sql.at(before))
                .update();
    }

    private static RowCallbackHandler into(Map<String, GuessWindow> found) {
        return row -> found.put(Objects.requireNonNull(row.getString("subject")), guesses(row));
    }

    private static GuessWindow guesses(ResultSet row) throws SQLException {
        var at = Arrays.stream((Long[]) row.getArray("at_ms").getArray())
                .map(Instant::ofEpochMilli)
                .toList();
        var next = row.getTimestamp("next_at");
        return new GuessWindow(at, next == null ? null : next.toInstant());
    }
}
