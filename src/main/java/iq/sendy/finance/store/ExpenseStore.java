package iq.sendy.finance.store;

import iq.sendy.finance.Expense;
import iq.sendy.finance.Expense.ExpenseDetails;
import iq.sendy.finance.ExpenseFilter;
import iq.sendy.finance.ExpenseType;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Expenses. */
@Component
public class ExpenseStore {

    private static final Columns<Expense> EXPENSE = Columns.of(Expense.class, "e")
            .uuid("id", Expense::id)
            .time("created_at", Expense::createdAt)
            .fixed()
            .time("updated_at", Expense::updatedAt)
            .text("name", expense -> expense.details().name())
            .bigint("amount", expense -> expense.details().amount())
            .text("expense_type", expense -> expense.details().expenseType())
            .text("category", expense -> expense.details().category())
            .text(
                    "category_folded",
                    expense -> SearchText.fold(expense.details().category()))
            .time("expense_date", expense -> expense.details().expenseDate())
            .uuid("purchase_order_id", expense -> expense.details().purchaseOrderId())
            .text("notes", expense -> expense.details().notes());

    private static final String FROM = "finance.expense as e where e.store_id = :store";

    private static final Keyset<Expense> NEWEST = Keyset.newest("e", Expense::createdAt, Expense::id);

    private static final RowMapper<Expense> ROW = (row, _) -> new Expense(
            Objects.requireNonNull(row.getObject("id", UUID.class)),
            new ExpenseDetails(
                    row.getString("name"),
                    row.getLong("amount"),
                    WireWord.of(ExpenseType.class, row.getString("expense_type")),
                    row.getString("category"),
                    Sql.instant(row, "expense_date"),
                    row.getObject("purchase_order_id", UUID.class),
                    row.getString("notes")),
            Sql.instant(row, "created_at"),
            Sql.instant(row, "updated_at"));

    public Query<Boolean> insert(StoreId store, Expense expense) {
        return Query.write("insert into finance.expense (store_id, " + EXPENSE.names() + ") values (:store, "
                        + EXPENSE.values() + ")")
                .param("store", store.value())
                .row(EXPENSE, expense);
    }

    public Query<Boolean> update(StoreId store, Expense expense) {
        return Query.write(
                        "update finance.expense set " + EXPENSE.assignments() + " where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", expense.id())
                .row(EXPENSE, expense);
    }

    public Query<Boolean> delete(StoreId store, UUID expense) {
        return Query.write("delete from finance.expense where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", expense);
    }

    public Query<Expense> find(StoreId store, UUID expense) {
        return one(store, expense, "");
    }

    public Query<Expense> lock(StoreId store, UUID expense) {
        return one(store, expense, " for update");
    }

    private static Query<Expense> one(StoreId store, UUID expense, String lock) {
        return Query.of("select " + EXPENSE.selected() + " from " + FROM + " and e.id = :id" + lock, ROW)
                .param("store", store.value())
                .param("id", expense);
    }

    /** Newest first. */
    public Listing<Expense> list(StoreId store, ExpenseFilter filter) {
        return Listing.select(EXPENSE.selected(), ROW)
                .from(FROM, NEWEST)
                .param("store", store.value())
                .and("e.expense_date >= :from", "from", Sql.atOrNull(filter.from()))
                .and("e.expense_date < :to", "to", Sql.atOrNull(filter.to()))
                .and("e.category_folded = :category", "category", folded(filter));
    }

    static @Nullable String folded(ExpenseFilter filter) {
        return filter.category() == null ? null : SearchText.fold(filter.category());
    }

    /** Whether any amount is stored: each expense has one. */
    public Query<Boolean> any(StoreId store) {
        return Query.flag("select exists (select from finance.expense where store_id = :store)")
                .param("store", store.value());
    }
}
