package iq.sendy.cashier.store;

import iq.sendy.cashier.CashMovement;
import iq.sendy.cashier.CashierSession;
import iq.sendy.cashier.CloseSession;
import iq.sendy.cashier.SessionActor;
import iq.sendy.cashier.SessionReport;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Registers and their sessions; {@code one_open_session_per_register} decides who opens. What a drawer holds is summed here
 * and nowhere else.
 */
@Component
public class DrawerStore {

    private static final Columns<CashierSession> SESSION = Columns.of(CashierSession.class, "s")
            .uuid("id", CashierSession::id)
            .text("register_name", CashierSession::registerName)
            .text("status", CashierSession::status)
            .text("currency", CashierSession::currency)
            .time("opened_at", session -> session.opening().at())
            .text("opened_by_kind", session -> session.opening().by().kind())
            .uuid("opened_by_id", session -> session.opening().by().id())
            .text("opened_by_name", session -> session.opening().by().name())
            .bigint("opening_cash", session -> session.opening().cash());

    private static final Columns<CashMovement> MOVEMENT = Columns.of(CashMovement.class, "m")
            .uuid("id", CashMovement::id)
            .text("type", CashMovement::type)
            .bigint("amount", CashMovement::amount)
            .text("reason", CashMovement::reason)
            .text("actor_kind", movement -> movement.actor().kind())
            .uuid("actor_id", movement -> movement.actor().id())
            .text("actor_name", movement -> movement.actor().name())
            .time("created_at", CashMovement::createdAt);

    private static final String CLOSING = """
            s.closed_at, s.closed_by_kind, s.closed_by_id, s.closed_by_name, s.closing_cash, s.expected_cash, s.z_number,
            s.notes""";

    private static final String REPORT = SESSION.selected() + ", " + CLOSING + """
            , d.sales, d.late, d.taken, d.change, d.rounding, d.shortfall, f.refunds, m.pay_ins, m.pay_outs, m.movements""";

    /** The one place where what went through a drawer is added up. */
    private static final String DRAWER = """
            cashier.session as s
            cross join lateral (
                select coalesce(sum(t.late), 0)::bigint as late, coalesce(sum(t.taken), 0)::bigint as taken,
                       coalesce(sum(t.change), 0)::bigint as change, coalesce(sum(t.rounding), 0)::bigint as rounding,
                       coalesce(sum(t.shortfall), 0)::bigint as shortfall,
                       jsonb_agg(jsonb_build_object('method', t.method, 'count', t.count, 'amount', t.amount)
                                 order by t.method) as sales
                from (select x.payment_method as method, count(*) as count, count(*) filter (where x.late) as late,
                             sum(x.taken - x.change) as amount, sum(x.change) as change, sum(x.rounding) as rounding,
                             sum(x.shortfall) as shortfall,
                             coalesce(sum(x.taken) filter (where x.payment_method = 'Cash'), 0) as taken
                      from cashier.sale as x where x.store_id = s.store_id and x.session_id = s.id
                      group by x.payment_method) as t) as d
            cross join lateral (
                select coalesce(sum(r.amount), 0)::bigint as refunds
                from cashier.refund as r where r.store_id = s.store_id and r.session_id = s.id) as f
            cross join lateral (
                select coalesce(sum(c.amount) filter (where c.type = 'PayIn'), 0)::bigint as pay_ins,
                       coalesce(sum(c.amount) filter (where c.type = 'PayOut'), 0)::bigint as pay_outs,
                       jsonb_agg(jsonb_build_object('id', c.id, 'type', c.type, 'amount', c.amount, 'reason', c.reason,
                                                    'actor', jsonb_build_object('kind', c.actor_kind, 'id', c.actor_id,
                                                                                'name', c.actor_name),
                                                    'createdAt', c.created_at)
                                 order by c.created_at, c.id) as movements
                from cashier.cash_movement as c where c.store_id = s.store_id and c.session_id = s.id) as m
            where s.store_id = :store""";

    private static final Keyset<SessionReport> NEWEST = Keyset.<SessionReport>descending()
            .time("s.opened_at", report -> report.session().opening().at())
            .uuid("s.id", report -> report.session().id());

    /** Makes the register if it is new, and holds it against whoever opens or closes there until the transaction ends. */
    public Query<Boolean> takeRegister(StoreId store, String name) {
        return Query.write("""
                        insert into cashier.register as r (store_id, name, z_number) values (:store, :name, 0)
                        on conflict (store_id, name) do update set z_number = r.z_number
                        """).param("store", store.value()).param("name", name);
    }

    /** As {@link #takeRegister}, by one of its sessions. */
    public Query<Boolean> lockRegisterOf(StoreId store, UUID session) {
        return Query.write("""
                        select r.name from cashier.register as r
                        where r.store_id = :store and r.name = (
                            select s.register_name from cashier.session as s where s.store_id = :store and s.id = :id)
                        for no key update
                        """).param("store", store.value()).param("id", session);
    }

    /** Waits for the sales of a session that have begun, and holds it against others. */
    public Query<CashierSession> lock(StoreId store, UUID session) {
        return one(store, session, " for no key update");
    }

    /** Holds a session as it is, together with others who only add to it. */
    public Query<CashierSession> share(StoreId store, UUID session) {
        return one(store, session, " for share");
    }

    private static Query<CashierSession> one(StoreId store, UUID session, String lock) {
        return Query.of(
                        "select " + SESSION.selected() + ", " + CLOSING
                                + " from cashier.session as s where s.store_id = :store and s.id = :id" + lock,
                        DrawerRows::session)
                .param("store", store.value())
                .param("id", session);
    }

    /**
     * A row when the register had none open.
     *
     * @param judged whether a PIN was found right; when not, it is opened only where the shop wants none
     */
    public Query<UUID> insert(StoreId store, CashierSession session, boolean judged) {
        return Query.id("insert into cashier.session (store_id, " + SESSION.names() + ") select :store::uuid, "
                        + SESSION.values()
                        + " where :judged or not exists (select from cashier.settings as c"
                        + " where c.store_id = :store and c.require_pin)"
                        + " on conflict (store_id, register_name) where status = 'Open' do nothing returning id")
                .param("store", store.value())
                .param("judged", judged)
                .row(SESSION, session);
    }

    /** Sales that waited for a session of this register are in this one, if it was opened; their orders. */
    public Query<UUID> bookLateSales(StoreId store, CashierSession session) {
        return Query.id("""
                        update cashier.sale as x set session_id = :session
                        where x.store_id = :store and x.register_name = :register and x.session_id is null
                            and exists (select from cashier.session as s where s.store_id = :store and s.id = :session)
                        returning x.order_id
                        """)
                .param("store", store.value())
                .param("session", session.id())
                .param("register", session.registerName());
    }

    /** Refunds that waited for a session of this register are paid by this one, if it was opened; their orders. */
    public Query<UUID> bookLateRefunds(StoreId store, CashierSession session) {
        return Query.id("""
                        update cashier.refund as x set session_id = :session
                        where x.store_id = :store and x.register_name = :register and x.session_id is null
                            and exists (select from cashier.session as s where s.store_id = :store and s.id = :session)
                        returning x.order_id
                        """)
                .param("store", store.value())
                .param("session", session.id())
                .param("register", session.registerName());
    }

    /** A session with what went through its drawer. */
    public Query<SessionReport> report(StoreId store, UUID session) {
        return Query.of("select " + REPORT + " from " + DRAWER + " and s.id = :id", DrawerRows::report)
                .param("store", store.value())
                .param("id", session);
    }

    /** The open session of a register, or of anybody, the caller's own before others and the latest first. */
    public Query<SessionReport> current(StoreId store, UUID caller, @Nullable String register) {
        return Query.of("select " + REPORT + " from " + DRAWER + """
                                 and s.status = 'Open' and (:register::text is null or s.register_name = :register::text)
                                order by s.opened_by_id is distinct from :caller, s.opened_at desc, s.id desc
                                limit 1
                                """, DrawerRows::report)
                .param("store", store.value())
                .param("register", register)
                .param("caller", caller);
    }

    /** How many are open that were opened before a time: no more than the store has registers. */
    public Query<Long> openedBefore(StoreId store, Instant time) {
        return Query.number("select count(*) from cashier.session as s where s.store_id = :store and s.status = 'Open'"
                        + " and s.opened_at < :time")
                .param("store", store.value())
                .param("time", Sql.at(time));
    }

    /** Newest first. */
    public Listing<SessionReport> list(StoreId store) {
        return Listing.select(REPORT, DrawerRows::report)
                .from(DRAWER, NEWEST)
                .countedFrom("cashier.session as s where s.store_id = :store")
                .param("store", store.value());
    }

    /** A row when the session, which is held, is open. */
    public Query<UUID> insertMovement(StoreId store, UUID session, CashMovement movement) {
        return Query.id("insert into cashier.cash_movement (store_id, session_id, " + MOVEMENT.names()
                        + ") select s.store_id, s.id, " + MOVEMENT.values()
                        + " from cashier.session as s where s.store_id = :store and s.id = :session"
                        + " and s.status = 'Open' on conflict (store_id, id) do nothing returning id")
                .param("store", store.value())
                .param("session", session)
                .row(MOVEMENT, movement);
    }

    /** Ends a session that is locked with its register; the number of its Z report. */
    public Query<Long> close(
            StoreId store,
            CashierSession session,
            CloseSession command,
            long expectedCash,
            SessionActor by,
            Instant now) {
        return Query.number("""
                        with numbered as (
                            update cashier.register set z_number = z_number + 1
                            where store_id = :store and name = :register returning z_number
                        )
                        update cashier.session as s
                        set status = 'Closed', closed_at = :now, closed_by_kind = :kind, closed_by_id = :actor::uuid,
                            closed_by_name = :name, closing_cash = :closingCash, expected_cash = :expectedCash,
                            z_number = numbered.z_number, notes = :notes
                        from numbered where s.store_id = :store and s.id = :id
                        returning s.z_number
                        """)
                .param("store", store.value())
                .param("id", session.id())
                .param("register", session.registerName())
                .param("now", Sql.at(now))
                .param("kind", by.kind())
                .param("actor", by.id())
                .param("name", by.name())
                .param("closingCash", command.closingCash())
                .param("expectedCash", expectedCash)
                .param("notes", command.notes());
    }

    /** Whether a session was ever opened, or the settings name an amount. */
    public Query<Boolean> anyAmount(StoreId store) {
        return Query.flag("""
                        select exists (select from cashier.session where store_id = :store)
                            or exists (select from cashier.settings
                                       where store_id = :store and greatest(opening_cash_default, cash_rounding) > 0)
                        """).param("store", store.value());
    }
}
