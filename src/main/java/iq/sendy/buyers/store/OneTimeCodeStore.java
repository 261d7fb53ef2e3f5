package iq.sendy.buyers.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One-time codes that hold: one per phone and purpose in a store, the phone and the digits as digests. */
@Component
public class OneTimeCodeStore {

    private static final int MOST_SWEPT = 50;

    /**
     * Whose code it is, and what for.
     *
     * @param phone its digest
     */
    public record CodeOwner(StoreId store, Bytes phone, String purpose) {}

    /** A code as it is kept. */
    public record KeptCode(UUID id, Bytes digest, int wrongTries) {}

    /** Puts a code in the place of the one before, which holds no more. */
    public Query<Boolean> save(CodeOwner owner, KeptCode code, Instant now, Instant expires) {
        return Query.write("""
                        insert into buyers.one_time_code as c
                            (store_id, phone_digest, purpose, id, code_digest, wrong_tries, sent_at, expires_at)
                        values (:store, :phone, :purpose, :id, :digest, 0, :now, :expires)
                        on conflict (store_id, phone_digest, purpose) do update
                        set id = excluded.id, code_digest = excluded.code_digest, wrong_tries = 0,
                            sent_at = excluded.sent_at, expires_at = excluded.expires_at
                        """)
                .param("store", owner.store().value())
                .param("phone", owner.phone().toArray())
                .param("purpose", owner.purpose())
                .param("id", code.id())
                .param("digest", code.digest().toArray())
                .param("now", Sql.at(now))
                .param("expires", Sql.at(expires));
    }

    /** The code that holds, against any other try until the transaction ends. */
    public Query<KeptCode> lock(CodeOwner owner, Instant now, int mostWrong) {
        return Query.of(
                        """
                        select id, code_digest, wrong_tries from buyers.one_time_code
                        where store_id = :store and phone_digest = :phone and purpose = :purpose
                            and expires_at > :now and wrong_tries < :most
                        for update
                        """,
                        (row, _) -> new KeptCode(
                                row.getObject("id", UUID.class),
                                Bytes.of(row.getBytes("code_digest")),
                                row.getInt("wrong_tries")))
                .param("store", owner.store().value())
                .param("phone", owner.phone().toArray())
                .param("purpose", owner.purpose())
                .param("now", Sql.at(now))
                .param("most", mostWrong);
    }

    public Query<Boolean> countWrong(StoreId store, UUID code) {
        return Query.write("""
                        update buyers.one_time_code set wrong_tries = wrong_tries + 1
                        where store_id = :store and id = :id
                        """).param("store", store.value()).param("id", code);
    }

    /** Takes the code away; no row when somebody took it first, or another was sent. */
    public Query<Boolean> take(StoreId store, UUID code) {
        return Query.write("delete from buyers.one_time_code where store_id = :store and id = :id returning true")
                .param("store", store.value())
                .param("id", code);
    }

    /** Clears some away that hold no more; those that somebody looks at are left. */
    public Query<Boolean> sweep(StoreId store, Instant now) {
        return Query.write("""
                        delete from buyers.one_time_code
                        where store_id = :store and id in (
                            select id from buyers.one_time_code
                            where store_id = :store and expires_at <= :now
                            order by expires_at limit :most
                            for update skip locked)
                        """)
                .param("store", store.value())
                .param("now", Sql.at(now))
                .param("most", MOST_SWEPT);
    }
}
