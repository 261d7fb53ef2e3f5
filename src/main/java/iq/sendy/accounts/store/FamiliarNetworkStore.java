package iq.sendy.accounts.store;

import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Networks that somebody signed in from of late, by the digest of both; shared by all processes. */
@Component
public class FamiliarNetworkStore {

    private final JdbcClient jdbc;

    FamiliarNetworkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean knows(String subject, Instant since) {
        return jdbc.sql("select 1 from identity.familiar_network where subject = :subject and seen_at >= :since")
                .param("subject", subject)
                .param("since", Sql.at(since))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Once a day is enough for what counts in days. */
    public void remember(String subject, Instant now) {
        jdbc.sql("""
                        insert into identity.familiar_network as f (subject, seen_at) values (:subject, :now)
                        on conflict (subject) do update set seen_at = excluded.seen_at
                        where f.seen_at < excluded.seen_at - interval '1 day'
                        """).param("subject", subject).param("now", Sql.at(now)).update();
    }

    public int deleteOlderThan(Instant before) {
        return jdbc.sql("delete from identity.familiar_network where seen_at < :before")
                .param("before", Sql.at(before))
                .update();
    }
}
