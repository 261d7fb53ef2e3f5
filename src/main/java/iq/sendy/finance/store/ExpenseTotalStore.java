package iq.sendy.finance.store;

import iq.sendy.finance.ExpenseFilter;
import iq.sendy.finance.ExpenseTotals;
import iq.sendy.finance.ExpenseTotals.CategorySum;
import iq.sendy.finance.ExpenseTotals.ExpenseSum;
import iq.sendy.finance.ExpenseTotals.MonthSum;
import iq.sendy.finance.ExpenseTotals.PeriodCost;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What expenses add up to. Where a store's months begin is for Java to say: it knows every zone that a store may have. */
@Component
public class ExpenseTotalStore {

    private static final String SUMS = """
            count(*) as expenses, coalesce(sum(e.amount), 0)::bigint as amount,
            coalesce(sum(e.amount) filter (where e.purchase_order_id is null), 0)::bigint as cost
            """;

    public Query<ExpenseSum> all(StoreId store, ExpenseFilter filter) {
        return query(store, filter, "select " + SUMS, "", (row, _) -> sum(row));
    }

    /** The dearest first. */
    public Query<CategorySum> byCategory(StoreId store, ExpenseFilter filter) {
        return query(
                        store,
                        filter,
                        "select (array_agg(e.category order by e.created_at desc, e.id desc))[1] as category, " + SUMS,
                        " group by e.category_folded order by amount desc, e.category_folded limit :most",
                        (row, _) -> new CategorySum(row.getString("category"), sum(row)))
                .param("most", ExpenseTotals.MOST_CATEGORIES);
    }

    /** In which months something was spent, as UTC counts them, the newest first. */
    public Query<Instant> months(StoreId store, ExpenseFilter filter, int most) {
        return query(
                        store,
                        filter,
                        "select distinct date_trunc('month', e.expense_date at time zone 'UTC') at time zone 'UTC' as month",
                        " order by month desc limit :most",
                        (row, _) -> Sql.instant(row, "month"))
                .param("most", most);
    }

    /**
     * What was spent from the beginning of each month to that of the next.
     *
     * @param months ascending; nothing was spent between them
     */
    public Query<MonthSum> byMonth(StoreId store, ExpenseFilter filter, List<YearMonth> months, ZoneId zone) {
        var starts = months.stream()
                .map(month -> month.atDay(1).atStartOfDay(zone).toInstant().toEpochMilli())
                .toArray(Long[]::new);
        return query(
                        store,
                        filter,
                        "select width_bucket((extract(epoch from e.expense_date) * 1000)::bigint, :starts::bigint[]) as place, "
                                + SUMS,
                        " and e.expense_date >= :first group by place order by place desc",
                        (row, _) -> new MonthSum(months.get(row.getInt("place") - 1), sum(row)))
                .param("starts", starts)
                .param("first", Sql.at(Instant.ofEpochMilli(starts[0])));
    }

    /** What was spent, but for payments of purchase orders, from each of these instants to the next; a row where it was. */
    public Query<PeriodCost> costs(StoreId store, List<Instant> bounds) {
        var filter = new ExpenseFilter(bounds.getFirst(), bounds.getLast(), null);
        return query(
                        store,
                        filter,
                        "select width_bucket((extract(epoch from e.expense_date) * 1000)::bigint, :bounds::bigint[]) as place, "
                                + SUMS,
                        " group by place order by place",
                        (row, _) -> new PeriodCost(bounds.get(row.getInt("place") - 1), row.getLong("cost")))
                .param("bounds", bounds.stream().map(Instant::toEpochMilli).toArray(Long[]::new));
    }

    private static <R> Query<R> query(
            StoreId store, ExpenseFilter filter, String select, String grouped, RowMapper<R> row) {
        var where = new StringBuilder(" from finance.expense as e where e.store_id = :store");
        and(where, " and e.expense_date >= :from", filter.from());
        and(where, " and e.expense_date < :to", filter.to());
        and(where, " and e.category_folded = :category", filter.category());
        return Query.of(select + where + grouped, row)
                .param("store", store.value())
                .param("from", Sql.atOrNull(filter.from()))
                .param("to", Sql.atOrNull(filter.to()))
                .param("category", ExpenseStore.folded(filter));
    }

    private static void and(StringBuilder where, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
        }
    }

    private static ExpenseSum sum(ResultSet row) throws SQLException {
        return new ExpenseSum(row.getLong("expenses"), row.getLong("amount"), row.getLong("cost"));
    }
}
