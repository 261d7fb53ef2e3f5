package iq.sendy.analytics.store;

import iq.sendy.analytics.DateRange;
import iq.sendy.analytics.ProductFigures;
import iq.sendy.analytics.SalesFigures;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Recount of figures from the orders themselves, by what {@code orders} and {@code returns} show of them in their views. A
 * statement sees an order and what it added to the figures or neither of both: so what differs within it is drift,
 * whatever runs beside it, and adding the difference mends it without a lock. Lines and returns are added up order by order:
 * how many orders a week has no plan knows, and joined as sets they would be compared each with each.
 */
@Component
public class FigureRecountStore {

    /** The orders of a period, each with what its returns gave back. */
    private static final String ORDERS =
            """
            facts as (
                select o.order_id, %s as day, o.source,
                       coalesce(o.province_code, '') as province_code, o.status, o.was_confirmed, o.goods, o.discount_total,
                       o.delivery_fee, o.amount_due, o.amount_collected, o.cash_over,
                       o.payment_method in ('CashOnDelivery', 'Cash') as is_cash,
                       o.payment_status = 'Collected' and o.source <> 'Pos' and o.delivery_mode <> 'Pickup' as with_courier,
                       o.is_delivered,
                       o.status = 'Refused' or (o.status in ('Returning', 'Returned') and o.payment_status = 'Void')
                           as is_refused
                from orders.order_fact as o cross join %s
                where o.store_id = :store and o.created_at >= :start and o.created_at < :end
                    and %s between :from and :last
            )""".formatted(CalendarStore.day("o.created_at"), CalendarStore.TABLE, CalendarStore.day("o.created_at"));

    /** What came back of a line. */
    private static final String BACK = """
            cross join lateral (
                            select coalesce(sum(b.restocked), 0) as restocked,
                                   coalesce(sum(b.restocked + b.damaged), 0) as pieces, coalesce(sum(b.refund), 0) as refund
                            from returns.returned_item as b
                            where b.store_id = :store and b.order_id = l.order_id and b.order_line_id = l.order_line_id
                        ) as b""";

    private static final String SALES = "with " + ORDERS
            + """
            , recounted as (
                select f.day, f.source, f.province_code, count(*) as orders, count(*) filter (where f.was_confirmed) as confirmed,
                       count(*) filter (where f.is_delivered or f.is_refused
                                        or f.status in ('InTransit', 'OutForDelivery', 'Postponed')) as handed_over,
                       count(*) filter (where f.is_delivered) as delivered, count(*) filter (where f.is_refused) as refused,
                       count(*) filter (where f.is_delivered and f.status = 'Returned') as returned,
                       count(*) filter (where f.status = 'Cancelled') as cancelled,
                       sum(case when f.is_delivered then f.goods - r.refund else 0 end) as revenue, sum(l.cost) as cost,
                       sum(case when f.is_delivered then f.discount_total else 0 end) as discount_total,
                       sum(case when f.is_delivered then f.delivery_fee else 0 end) as delivery_fees,
                       sum(case when f.is_cash then f.amount_due else 0 end) as cash_due,
                       sum(case when f.is_cash then f.amount_collected - r.refund + c.rounding else 0 end) as cash_collected,
                       sum(case when f.is_cash and f.with_courier then f.amount_collected else 0 end) as cash_with_courier,
                       sum(case when f.is_cash then c.rounding else 0 end) as cash_rounding
                from facts as f
                    cross join lateral (
                        select coalesce(sum(r.refund_amount), 0)::bigint as refund
                        from returns.completed_return as r
                        where f.is_delivered and r.store_id = :store and r.order_id = f.order_id
                    ) as r
                    cross join lateral (
                        select case when f.is_delivered then f.cash_over + coalesce(sum(c.refund - c.amount), 0)
                                    else 0 end::bigint as rounding
                        from cashier.refund_fact as c
                        where f.is_delivered and f.source = 'Pos' and c.store_id = :store and c.order_id = f.order_id
                    ) as c
                    cross join lateral (
                        select coalesce(sum(l.unit_cost * (l.quantity - b.restocked)), 0)::bigint as cost
                        from orders.line_fact as l %s
                        where f.is_delivered and l.store_id = :store and l.order_id = f.order_id and l.unit_cost > 0
                    ) as l
                group by 1, 2, 3
            )
            select day, source, province_code, %s
            from recounted as r
                full join (select * from analytics.sales_day where store_id = :store and day >= :from and day < :to) as s
                    using (day, source, province_code)
            where %s
            """.formatted(
                            BACK,
                            SalesFigureStore.each("(coalesce(r.%1$s, 0) - coalesce(s.%1$s, 0))::bigint as %1$s", ", "),
                            SalesFigureStore.each("coalesce(r.%1$s, 0) <> coalesce(s.%1$s, 0)", " or "));

    private static final String PRODUCTS = "with " + ORDERS + """
            , recounted as (
                select f.day, l.product_id, sum(l.quantity) as quantity, sum(l.returned_quantity) as returned_quantity,
                       sum(l.revenue) as revenue, sum(l.cost) as cost
                from facts as f
                    cross join lateral (
                        select l.product_id, sum(l.quantity) as quantity, sum(b.pieces) as returned_quantity,
                               sum(l.line_total - b.refund) as revenue,
                               sum(coalesce(l.unit_cost, 0) * (l.quantity - b.restocked)) as cost
                        from orders.line_fact as l %s
                        where l.store_id = :store and l.order_id = f.order_id
                        group by l.product_id
                    ) as l
                where f.is_delivered group by 1, 2
            )
            select day, product_id, (coalesce(r.quantity, 0) - coalesce(p.quantity, 0))::bigint as quantity,
                   (coalesce(r.returned_quantity, 0) - coalesce(p.returned_quantity, 0))::bigint as returned_quantity,
                   (coalesce(r.revenue, 0) - coalesce(p.revenue, 0))::bigint as revenue,
                   (coalesce(r.cost, 0) - coalesce(p.cost, 0))::bigint as cost
            from recounted as r
                full join (select start as day, product_id, quantity, returned_quantity, revenue, cost
                           from analytics.product_period
                           where store_id = :store and period = 'day' and start >= :from and start < :to) as p
                    using (day, product_id)
            where (coalesce(r.quantity, 0), coalesce(r.returned_quantity, 0), coalesce(r.revenue, 0), coalesce(r.cost, 0))
                <> (coalesce(p.quantity, 0), coalesce(p.returned_quantity, 0), coalesce(p.revenue, 0), coalesce(p.cost, 0))
            """.formatted(BACK);

    /** What is to be added to the figures of a source and governorate on a day, for them to be right. */
    public record SalesDrift(LocalDate day, String source, String provinceCode, SalesFigures figures) {}

    /** What is to be added to the figures of a product on a day. */
    public record ProductDrift(LocalDate day, UUID product, ProductFigures figures) {}

    /** The first day of which there are orders or figures, and the day after the last; no row if there is none. */
    public Query<DateRange> span(StoreId store) {
        return Query.of(
                        """
                        select min(day) as first, max(day) + 1 as after
                        from ((select %1$s as day from orders.order_fact as o cross join %2$s
                               where o.store_id = :store order by o.created_at limit 1)
                              union all
                              (select %1$s from orders.order_fact as o cross join %2$s
                               where o.store_id = :store order by o.created_at desc limit 1)
                              union all
                              (select day from analytics.sales_day where store_id = :store order by day limit 1)
                              union all
                              (select day from analytics.sales_day where store_id = :store order by day desc limit 1)) as d
                        having count(*) > 0
                        """.formatted(CalendarStore.day("o.created_at"), CalendarStore.TABLE),
                        (row, _) -> new DateRange(
                                row.getObject("first", LocalDate.class), row.getObject("after", LocalDate.class)))
                .param("store", store.value());
    }

    /** Which figures of some days are not those of the orders. */
    public Query<SalesDrift> sales(StoreId store, DateRange days) {
        return within(Query.of(SALES, FigureRecountStore::sales), store, days);
    }

    /** Which figures of products are not those of the orders. */
    public Query<ProductDrift> products(StoreId store, DateRange days) {
        return within(Query.of(PRODUCTS, FigureRecountStore::product), store, days);
    }

    private static <R> Query<R> within(Query<R> query, StoreId store, DateRange days) {
        return query.param("store", store.value())
                .param(
                        "start",
                        Sql.at(days.from()
                                .minusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()))
                .param(
                        "end",
                        Sql.at(days.to()
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()))
                .param("from", days.from())
                .param("last", days.to().minusDays(1))
                .param("to", days.to());
    }

    private static SalesDrift sales(ResultSet row, int index) throws SQLException {
        return new SalesDrift(
                row.getObject("day", LocalDate.class),
                row.getString("source"),
                row.getString("province_code"),
                SalesFigureStore.figures(row));
    }

    private static ProductDrift product(ResultSet row, int index) throws SQLException {
        return new ProductDrift(
                row.getObject("day", LocalDate.class),
                row.getObject("product_id", UUID.class),
                new ProductFigures(
                        row.getLong("quantity"),
                        row.getLong("returned_quantity"),
                        row.getLong("revenue"),
                        row.getLong("cost")));
    }
}
