package iq.sendy.cashier.store;

import iq.sendy.cashier.CashBack;
import iq.sendy.cashier.CashRefund;
import iq.sendy.cashier.CashierSettings;
import iq.sendy.cashier.NewSale;
import iq.sendy.cashier.RegisterSale;
import iq.sendy.cashier.SaleQueries.RegisterState;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sales and cash refunds; {@code one_sale_per_sale_id} decides which of two that are the same was first. */
@Component
public class SaleStore {

    private static final Columns<NewSale> SALE = Columns.of(NewSale.class, "x")
            .uuid("order_id", NewSale::order)
            .text("register_name", sale -> sale.place().registerName())
            .uuid("session_id", sale -> sale.place().session())
            .bool("late", sale -> sale.place().late())
            .uuid("sale_id", sale -> sale.said().saleId())
            .time("sold_at", sale -> sale.said().soldAt())
            .text("payment_method", NewSale::method)
            .bigint("total", NewSale::total)
            .bigint("rounding", sale -> sale.payment().rounding())
            .bigint("shortfall", sale -> sale.payment().shortfall())
            .bigint("taken", sale -> sale.payment().taken())
            .bigint("change", sale -> sale.payment().change());

    private static final Columns<CashRefund> REFUND = Columns.of(CashRefund.class, "q")
            .uuid("return_id", CashRefund::request)
            .uuid("order_id", CashRefund::order)
            .bigint("refund", CashRefund::owed);

    /**
     * What refunds of sales for cash come to. What all those of a sale come to is rounded, and each is the difference to those
     * before. The step is the settings' as they are; a sale whose rounding they no longer explain is paid back to what was
     * taken for it.
     */
    private static final String DUE = """
            select q.return_id, q.order_id, q.refund, sold.register_name, paid.session_id,
                   coalesce(paid.amount, greatest(least(
                       case when before.refund + q.refund >= sold.total then sold.taken - sold.change
                            when step.size <= 1 then before.refund + q.refund
                            else (2 * (before.refund + q.refund) + step.size) / (2 * step.size) * step.size
                       end, sold.taken - sold.change) - before.amount, 0)) as amount
            from %s
                join cashier.sale as sold
                    on sold.store_id = :store and sold.order_id = q.order_id and sold.payment_method = 'Cash'
                left join cashier.refund as paid on paid.store_id = :store and paid.return_id = q.return_id
                cross join lateral (
                    select coalesce(sum(r.refund), 0)::bigint as refund, coalesce(sum(r.amount), 0)::bigint as amount
                    from cashier.refund as r where r.store_id = :store and r.order_id = q.order_id) as before
                cross join (
                    select coalesce((select c.cash_rounding from cashier.settings as c where c.store_id = :store),
                                    :step::bigint) as size) as step
            """.formatted(REFUND.table());

    private static final String SESSION = """
            (select n.id, n.register_name, n.status from cashier.session as n
             where n.store_id = :store\s""";

    /** The session that a sale names; else the one that its seller has open, or, when it has happened, had last. */
    private static String session(RegisterSale sale) {
        if (sale.session() != null) {
            return SESSION + "and n.id = :session)";
        }
        return SESSION
                + (sale.happened()
                        ? "and n.opened_by_id = :seller order by n.status = 'Open' desc, "
                        : "and n.opened_by_id = :seller and n.status = 'Open' order by ")
                + "n.opened_at desc, n.id desc limit 1)";
    }

    /** The order that a sale was recorded with. */
    public Query<UUID> before(StoreId store, UUID sale) {
        return Query.id("select order_id from cashier.sale where store_id = :store and sale_id = :sale")
                .param("store", store.value())
                .param("sale", sale);
    }

    /** Holds the register of a sale against whoever opens or closes there, or sends the same sale. */
    public Query<UUID> lockRegister(StoreId store, RegisterSale sale) {
        return named(
                Query.id("select r.store_id from cashier.register as r where r.store_id = :store and r.name = "
                        + "(select n.register_name from " + session(sale) + " as n) for no key update of r"),
                store,
                sale);
    }

    /** The session of a sale with the one that is open at its register. */
    public Query<RegisterState> register(StoreId store, RegisterSale sale) {
        return named(
                Query.of(
                        "select n.register_name, n.status, n.id, o.id as open_session, c.cash_rounding from "
                                + session(sale)
                                + """
                                 as n
                                left join cashier.session as o
                                    on o.store_id = :store and o.register_name = n.register_name and o.status = 'Open'
                                left join cashier.settings as c on c.store_id = :store
                                """,
                        SaleStore::state),
                store,
                sale);
    }

    /** The session that a sale names, held as it is; without a name the one that the seller has open. */
    public Query<RegisterState> shareSession(StoreId store, RegisterSale sale) {
        var which = sale.session() == null
                ? " and s.opened_by_id = :seller and s.status = 'Open' order by s.opened_at desc, s.id desc limit 1"
                : " and s.id = :session";
        var found = Query.of(
                        "select s.register_name, s.status, s.id, null::uuid as open_session, c.cash_rounding"
                                + " from cashier.session as s left join cashier.settings as c on c.store_id = s.store_id"
                                + " where s.store_id = :store" + which + " for share of s",
                        SaleStore::state)
                .param("store", store.value());
        return sale.session() == null ? found.param("seller", sale.seller()) : found.param("session", sale.session());
    }

    private static <R> Query<R> named(Query<R> query, StoreId store, RegisterSale sale) {
        return query.param("store", store.value())
                .param("session", sale.session())
                .param("seller", sale.seller());
    }

    private static RegisterState state(ResultSet row, int index) throws SQLException {
        return new RegisterState(
                row.getString("register_name"),
                row.getString("status").equals("Open"),
                row.getObject("id", UUID.class),
                row.getObject("open_session", UUID.class),
                Sql.longOrNull(row, "cash_rounding"));
    }

    /** A row when no sale has its id. */
    public Query<UUID> insert(StoreId store, NewSale sale, Instant now) {
        return Query.id("insert into cashier.sale (store_id, " + SALE.names() + ", recorded_at) values (:store, "
                        + SALE.values() + ", :now) on conflict (store_id, sale_id) do nothing returning order_id")
                .param("store", store.value())
                .row(SALE, sale)
                .param("now", Sql.at(now));
    }

    /** Holds the register that sold an order for cash against whoever opens or closes there. */
    public Query<UUID> lockSeller(StoreId store, UUID order) {
        return Query.id("""
                        select r.store_id from cashier.register as r
                        where r.store_id = :store and r.name = (
                            select x.register_name from cashier.sale as x
                            where x.store_id = :store and x.order_id = :order and x.payment_method = 'Cash')
                        for no key update of r
                        """).param("store", store.value()).param("order", order);
    }

    /**
     * Pays back in cash for a return of an order that is locked with the register that sold it, if that was for cash.
     *
     * @param drawer the session that pays; null takes the actor's own, else that of the register, else its next one
     */
    public Query<Boolean> refund(StoreId store, Actor actor, CashRefund refund, @Nullable UUID drawer, Instant now) {
        return Query.write("""
                        with due as (%s), drawer as materialized (
                            select s.id from cashier.session as s
                            where s.store_id = :store and s.status = 'Open' and exists (select from due)
                                and case when :drawer::uuid is null
                                    then s.opened_by_id = :actor::uuid
                                        or s.register_name = (select due.register_name from due)
                                    else s.id = :drawer::uuid end
                            order by s.opened_by_id is distinct from :actor::uuid,
                                s.register_name is distinct from (select due.register_name from due), s.opened_at desc,
                                s.id desc
                            limit 1
                            for share
                        )
                        insert into cashier.refund
                            (store_id, return_id, order_id, register_name, session_id, refund, amount, recorded_at)
                        select :store, due.return_id, due.order_id, due.register_name, (select drawer.id from drawer),
                               due.refund, due.amount, :now
                        from due
                        """.formatted(DUE))
                .param("store", store.value())
                .rows(REFUND, List.of(refund))
                .param("step", step(refund))
                .param("drawer", drawer)
                .param("actor", actor.id())
                .param("now", Sql.at(now));
    }

    /** What refunds of one store came to, or would come to if they were paid now. */
    public Query<CashBack> refunds(StoreId store, List<CashRefund> refunds) {
        return Query.of(
                        "select due.return_id, due.amount, due.session_id from (" + DUE + ") as due",
                        (row, _) -> new CashBack(
                                row.getObject("return_id", UUID.class),
                                row.getLong("amount"),
                                row.getObject("session_id", UUID.class)))
                .param("store", store.value())
                .rows(REFUND, refunds)
                .param("step", step(refunds.getFirst()));
    }

    private static long step(CashRefund refund) {
        return CashierSettings.defaults(refund.currency()).cashRounding();
    }

    /** What all refunds of an order came to in cash. */
    public Query<Long> refunded(StoreId store, UUID order) {
        return Query.number("""
                        select coalesce(sum(amount), 0)::bigint from cashier.refund
                        where store_id = :store and order_id = :order
                        """).param("store", store.value()).param("order", order);
    }
}
