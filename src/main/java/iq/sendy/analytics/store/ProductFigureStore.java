package iq.sendy.analytics.store;

import iq.sendy.analytics.DateRange;
import iq.sendy.analytics.ProductFigureChange;
import iq.sendy.analytics.ProductFigures;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Figures of products by the day their orders were placed on, and once more by its month: a year of thousands of products is
 * then read in months, and in days at its ends alone.
 */
@Component
public class ProductFigureStore {

    private static final Columns<ProductFigureChange> CHANGES = Columns.of(ProductFigureChange.class, "c")
            .time("at", ProductFigureChange::at)
            .uuid("product_id", ProductFigureChange::product)
            .bigint("quantity", change -> change.figures().quantity())
            .bigint("returned_quantity", change -> change.figures().returnedQuantity())
            .bigint("revenue", change -> change.figures().revenue())
            .bigint("cost", change -> change.figures().cost());

    private static final String ADD = """
            insert into analytics.product_period as p
                (store_id, period, start, product_id, quantity, returned_quantity, revenue, cost)
            select :store, v.period, date_trunc(v.period, c.day)::date, c.product_id, sum(c.quantity)::bigint,
                   sum(c.returned_quantity)::bigint, sum(c.revenue)::bigint, sum(c.cost)::bigint
            from (select %s::timestamp as day, c.* from %s cross join %s) as c
                cross join (values ('day'), ('month')) as v (period)
            group by 2, 3, 4 order by 2, 3, 4
            on conflict (store_id, period, start, product_id) do update
            set quantity = p.quantity + excluded.quantity,
                returned_quantity = p.returned_quantity + excluded.returned_quantity,
                revenue = p.revenue + excluded.revenue, cost = p.cost + excluded.cost
            """.formatted(CalendarStore.day("c.at"), CHANGES.table(), CalendarStore.TABLE);

    /** What a product came to in a period. */
    public record ProductSales(UUID product, ProductFigures figures) {}

    /** Adds to the figures, or takes from them. Its rows are locked, in their order, until the commit. */
    public Query<Boolean> add(StoreId store, List<ProductFigureChange> changes) {
        return Query.write(ADD).param("store", store.value()).rows(CHANGES, changes);
    }

    /**
     * The products with most revenue, that first: the nearest months as such, and at both ends the days that these lack are
     * added and those that they have too many taken off, each a range of the key.
     */
    public Query<ProductSales> best(StoreId store, DateRange range, int most) {
        var months = range.nearestMonths();
        return Query.of(
                        """
                        select p.product_id, sum(p.sign * p.quantity)::bigint as quantity,
                               sum(p.sign * p.returned_quantity)::bigint as returned_quantity,
                               sum(p.sign * p.revenue)::bigint as revenue, sum(p.sign * p.cost)::bigint as cost
                        from (%s union all %s union all %s union all %s union all %s) as p
                        group by p.product_id
                        having sum(p.sign * p.quantity) <> 0 or sum(p.sign * p.returned_quantity) <> 0
                        order by sum(p.sign * p.revenue) desc, p.product_id limit :most
                        """.formatted(
                                        part(1, "month", ":first", ":last"),
                                        part(1, "day", ":from", ":first"),
                                        part(1, "day", ":last", ":to"),
                                        part(-1, "day", ":first", ":from"),
                                        part(-1, "day", ":to", ":last")),
                        (row, _) -> new ProductSales(
                                row.getObject("product_id", UUID.class),
                                new ProductFigures(
                                        row.getLong("quantity"),
                                        row.getLong("returned_quantity"),
                                        row.getLong("revenue"),
                                        row.getLong("cost"))))
                .param("store", store.value())
                .param("from", range.from())
                .param("first", months.from())
                .param("last", months.to())
                .param("to", range.to())
                .param("most", most);
    }

    /** The figures of a range of the key, which is empty where it would end before it begins. */
    private static String part(int sign, String period, String from, String to) {
        return """
                select %s as sign, product_id, quantity, returned_quantity, revenue, cost from analytics.product_period
                where store_id = :store and period = '%s' and start >= %s and start < %s""".formatted(sign, period, from, to);
    }
}
