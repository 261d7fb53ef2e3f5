package iq.sendy.accounts.store;

import iq.sendy.accounts.Presence;
import iq.sendy.accounts.PresenceSeat;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What each member has open, a row for each desk. */
@Component
public class PresenceStore {

    private static final String OTHERS = """
            select m.full_name, p.subject_id, coalesce(p.writing_until > :now, false) as writing
            from identity.presence as p join identity.member as m on m.store_id = p.store_id and m.id = p.member_id
            where p.store_id = :store and p.desk = :desk and p.member_id <> :member and p.open_until > :now
            order by m.full_name, m.id
            """;

    private static final RowMapper<Presence> ONE = (row, _) -> new Presence(
            row.getString("full_name"),
            Objects.requireNonNull(row.getObject("subject_id", UUID.class)),
            row.getBoolean("writing"));

    public Query<Presence> others(PresenceSeat seat, Instant now) {
        return of(OTHERS, seat, now);
    }

    /** Answers the others. Who is no member any more has nothing open. */
    public Query<Presence> open(
            PresenceSeat seat, UUID subject, Instant now, Instant until, @Nullable Instant writingUntil) {
        return of("""
                with mine as (
                    insert into identity.presence as p
                        (store_id, member_id, desk, subject_id, open_until, writing_until)
                    select m.store_id, m.id, :desk, :subject, :until, :writing
                    from identity.member as m where m.store_id = :store and m.id = :member
                    on conflict (store_id, member_id, desk) do update
                    set subject_id = excluded.subject_id, open_until = excluded.open_until,
                        writing_until = excluded.writing_until
                )
                """ + OTHERS, seat, now)
                .param("subject", subject)
                .param("until", Sql.at(until))
                .param("writing", Sql.atOrNull(writingUntil));
    }

    private static Query<Presence> of(String sql, PresenceSeat seat, Instant now) {
        return Query.of(sql, ONE)
                .param("store", seat.store().value())
                .param("member", seat.member())
                .param("desk", seat.desk().toString())
                .param("now", Sql.at(now));
    }
}
