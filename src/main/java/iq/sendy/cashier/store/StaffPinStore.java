package iq.sendy.cashier.store;

import iq.sendy.accounts.PasswordHash;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** PINs of members, and how often they were tried. */
@Component
public class StaffPinStore {

    private static final int MOST_TRIES = 5;

    /** Counts a try of a PIN that is not locked, and answers what it is compared with: the fifth locks it. */
    public Query<PasswordHash> count(StoreId store, UUID member, Instant now, Instant lockEnd) {
        return Query.of("""
                        update cashier.staff_pin as p
                        set tries = case when p.locked_until is null then p.tries + 1 else 1 end,
                            locked_until = case when p.locked_until is null and p.tries + 1 >= :most then :lockEnd end
                        where p.store_id = :store and p.member_id = :member
                            and (p.locked_until is null or p.locked_until <= :now)
                        returning p.pin_hash
                        """, (row, _) -> new PasswordHash(row.getString("pin_hash")))
                .param("most", MOST_TRIES)
                .param("lockEnd", Sql.at(lockEnd))
                .param("now", Sql.at(now))
                .param("store", store.value())
                .param("member", member);
    }

    public Query<Instant> lockedUntil(StoreId store, UUID member) {
        return Query.of("""
                        select p.locked_until from cashier.staff_pin as p
                        where p.store_id = :store and p.member_id = :member and p.locked_until is not null
                        """, (row, _) -> Sql.instant(row, "locked_until"))
                .param("store", store.value())
                .param("member", member);
    }

    /** A right PIN begins anew. */
    public Query<Boolean> forgive(StoreId store, UUID member) {
        return Query.write("""
                        update cashier.staff_pin set tries = 0, locked_until = null
                        where store_id = :store and member_id = :member
                        """).param("store", store.value()).param("member", member);
    }

    /** Gives a try back that was not judged; it may be the one that locked. */
    public Query<Boolean> withdraw(StoreId store, UUID member) {
        return Query.write("""
                        update cashier.staff_pin set tries = greatest(0, tries - 1), locked_until = null
                        where store_id = :store and member_id = :member
                        """).param("store", store.value()).param("member", member);
    }

    public Query<Boolean> save(StoreId store, UUID member, PasswordHash hash, Instant now) {
        return Query.write("""
                        insert into cashier.staff_pin as p (store_id, member_id, pin_hash, tries, updated_at)
                        values (:store, :member, :hash, 0, :now)
                        on conflict (store_id, member_id) do update
                        set pin_hash = excluded.pin_hash, tries = 0, locked_until = null, updated_at = excluded.updated_at
                        """)
                .param("store", store.value())
                .param("member", member)
                .param("hash", hash.text())
                .param("now", Sql.at(now));
    }
}
