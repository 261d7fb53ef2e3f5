package iq.sendy.analytics.store;

import iq.sendy.analytics.DateRange;
import iq.sendy.analytics.SalesChange;
import iq.sendy.analytics.SalesCounts;
import iq.sendy.analytics.SalesFigures;
import iq.sendy.analytics.SalesMoney;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Figures of orders by the day they were placed on, source and governorate: sums that are added to. */
@Component
public class SalesFigureStore {

    /** Every figure that a row has, in the order of {@link SalesCounts} and {@link SalesMoney}. */
    static final List<String> FIGURES = List.of(
            "orders",
            "confirmed",
            "handed_over",
            "delivered",
            "refused",
            "returned",
            "cancelled",
            "revenue",
            "cost",
            "discount_total",
            "delivery_fees",
            "cash_due",
            "cash_collected",
            "cash_with_courier",
            "cash_rounding");

    private static final Columns<SalesChange> CHANGES = Columns.of(SalesChange.class, "c")
            .time("at", SalesChange::at)
            .text("source", SalesChange::source)
            .text("province_code", SalesChange::provinceCode)
            .bigint("orders", change -> change.figures().counts().orders())
            .bigint("confirmed", change -> change.figures().counts().confirmed())
            .bigint("handed_over", change -> change.figures().counts().handedOver())
            .bigint("delivered", change -> change.figures().counts().delivered())
            .bigint("refused", change -> change.figures().counts().refused())
            .bigint("returned", change -> change.figures().counts().returned())
            .bigint("cancelled", change -> change.figures().counts().cancelled())
            .bigint("revenue", change -> change.figures().money().revenue())
            .bigint("cost", change -> change.figures().money().cost())
            .bigint("discount_total", change -> change.figures().money().discountTotal())
            .bigint("delivery_fees", change -> change.figures().money().deliveryFees())
            .bigint("cash_due", change -> change.figures().money().cashDue())
            .bigint("cash_collected", change -> change.figures().money().cashCollected())
            .bigint("cash_with_courier", change -> change.figures().money().cashWithCourier())
            .bigint("cash_rounding", change -> change.figures().money().cashRounding());

    private static final String INTO = "insert into analytics.sales_day as s (store_id, day, source, province_code, "
            + String.join(", ", FIGURES) + ")\n";

    private static final String ADDED = "\non conflict (store_id, day, source, province_code) do update set "
            + each("%1$s = s.%1$s + excluded.%1$s", ", ");

    private static final String ADD = INTO
            + """
            select :store, c.day, c.source, c.province_code, %s
            from (select %s as day, c.* from %s cross join %s) as c
            group by c.day, c.source, c.province_code order by c.day, c.source, c.province_code
            """.formatted(
                    each("sum(c.%1$s)::bigint", ", "), CalendarStore.day("c.at"), CHANGES.table(), CalendarStore.TABLE)
            + ADDED;

    /** What nearly every order does: one change has nothing to be summed up, and costs less than half. */
    private static final String ADD_ONE = INTO
            + """
            select :store, %s, c.source, c.province_code, %s
            from (select %s) as c (%s) cross join %s
            """.formatted(
                            CalendarStore.day("c.at"),
                            each("c.%1$s", ", "),
                            CHANGES.values(),
                            CHANGES.names(),
                            CalendarStore.TABLE)
            + ADDED;

    private static final String WITHIN =
            " from analytics.sales_day where store_id = :store and day >= :from and day < :to";

    /** What a period of sales shows, and a governorate: adding up the others for each of them would double the work. */
    private static final Set<String> OF_PERIODS =
            Set.of("orders", "delivered", "refused", "returned", "revenue", "cost", "cash_rounding");

    private static final Set<String> OF_PROVINCES =
            Set.of("orders", "handed_over", "delivered", "revenue", "cost", "cash_rounding");

    /** Figures of one source on one day. */
    public record SourceDay(LocalDate day, String source, SalesFigures figures) {}

    /** Figures of one governorate; its code is empty for orders without an address. */
    public record ProvinceSales(String provinceCode, SalesFigures figures) {}

    /** The same said of each figure. */
    static String each(String pattern, String separator) {
        return FIGURES.stream().map(figure -> pattern.formatted(figure)).collect(Collectors.joining(separator));
    }

    /** The sums of some figures; the others are zero. */
    private static String sums(Set<String> wanted) {
        return FIGURES.stream()
                .map(figure -> wanted.contains(figure)
                        ? "coalesce(sum(" + figure + "), 0)::bigint as " + figure
                        : "0::bigint as " + figure)
                .collect(Collectors.joining(", "));
    }

    /** Adds to the figures, or takes from them. Its rows are locked, in their order, until the commit. */
    public Query<Boolean> add(StoreId store, List<SalesChange> changes) {
        return changes.size() == 1
                ? Query.write(ADD_ONE).param("store", store.value()).row(CHANGES, changes.getFirst())
                : Query.write(ADD).param("store", store.value()).rows(CHANGES, changes);
    }

    /** All of a period together; always one row. */
    public Query<SalesFigures> total(StoreId store, DateRange range) {
        return within("select " + sums(Set.copyOf(FIGURES)) + WITHIN, (row, _) -> figures(row), store, range);
    }

    /** By day and source, in the order of both: what is shown of them. */
    public Query<SourceDay> bySource(StoreId store, DateRange range) {
        return within(
                "select day, source, " + sums(OF_PERIODS) + WITHIN + " group by day, source order by day, source",
                (row, _) -> new SourceDay(row.getObject("day", LocalDate.class), row.getString("source"), figures(row)),
                store,
                range);
    }

    /** By governorate, the one with most orders first: what is shown of them. */
    public Query<ProvinceSales> byProvince(StoreId store, DateRange range) {
        return within(
                "select province_code, " + sums(OF_PROVINCES) + WITHIN
                        + " group by province_code order by sum(orders) desc, province_code",
                (row, _) -> new ProvinceSales(row.getString("province_code"), figures(row)),
                store,
                range);
    }

    private static <R> Query<R> within(String sql, RowMapper<R> mapper, StoreId store, DateRange range) {
        return Query.of(sql, mapper)
                .param("store", store.value())
                .param("from", range.from())
                .param("to", range.to());
    }

    static SalesFigures figures(ResultSet row) throws SQLException {
        return new SalesFigures(
                new SalesCounts(
                        row.getLong("orders"),
                        row.getLong("confirmed"),
                        row.getLong("handed_over"),
                        row.getLong("delivered"),
                        row.getLong("refused"),
                        row.getLong("returned"),
                        row.getLong("cancelled")),
                new SalesMoney(
                        row.getLong("revenue"),
                        row.getLong("cost"),
                        row.getLong("discount_total"),
                        row.getLong("delivery_fees"),
                        row.getLong("cash_due"),
                        row.getLong("cash_collected"),
                        row.getLong("cash_with_courier"),
                        row.getLong("cash_rounding")));
    }
}
