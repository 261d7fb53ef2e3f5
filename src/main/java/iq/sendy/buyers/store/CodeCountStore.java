package iq.sendy.buyers.store;

import iq.sendy.buyers.model.CodeAllowance.Count;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How many one-time codes were sent of late, by the digest of whom they concern; shared by all processes. */
@Component
public class CodeCountStore {

    /** A count of a subject as it stands. */
    public record CodeCount(String subject, Count count) {}

    /**
     * Those of the subjects, held until the transaction ends. The rows are made first, so that two that are both the first
     * come one after the other; always in one order, so that nobody waits for each other.
     */
    public Query<CodeCount> lock(Collection<String> subjects, Instant now) {
        return Query.of(
                        """
                        insert into buyers.code_count as c (subject, sent, ends_at)
                        select subject, 0, :now from unnest(:subjects::text[]) as wanted (subject) order by subject
                        on conflict (subject) do update set sent = c.sent
                        returning c.subject, c.sent, c.ends_at
                        """,
                        (row, _) -> new CodeCount(
                                Objects.requireNonNull(row.getString("subject")),
                                new Count(row.getInt("sent"), Sql.instant(row, "ends_at"))))
                .param("subjects", subjects.toArray(String[]::new))
                .param("now", Sql.at(now));
    }

    public Query<Boolean> update(Map<String, Count> counts) {
        var subjects = counts.keySet().stream().toList();
        return Query.write("""
                        update buyers.code_count as c set sent = n.sent, ends_at = n.ends_at::timestamptz
                        from unnest(:subjects::text[], :sent::integer[], :ends::text[]) as n (subject, sent, ends_at)
                        where c.subject = n.subject
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .param(
                        "sent",
                        subjects.stream()
                                .map(each ->
                                        Objects.requireNonNull(counts.get(each)).sent())
                                .toArray(Integer[]::new))
                .param(
                        "ends",
                        subjects.stream()
                                .map(each -> Objects.requireNonNull(counts.get(each))
                                        .endsAt()
                                        .toString())
                                .toArray(String[]::new));
    }

    /** Forgets what counts no more. */
    public Query<Boolean> deleteEnded(Instant now) {
        return Query.write("delete from buyers.code_count where ends_at <= :now")
                .param("now", Sql.at(now));
    }
}
