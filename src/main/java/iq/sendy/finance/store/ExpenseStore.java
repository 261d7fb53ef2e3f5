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
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.TableGateway;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Expenses. */
@Component
public class ExpenseStore extends TableGateway<Expense> {

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

    ExpenseStore() {
        super("finance.expense", EXPENSE, NEWEST, ROW);
    }

    /** Newest first. */
    public Listing<Expense> list(StoreId store, ExpenseFilter filter) {
        return list(store)
                .and("e.expense_date >= :from", "from", Sql.atOrNull(filter.from()))
                .and("e.expense_date < :to", "to", Sql.atOrNull(filter.to()))
                .and("e.category_folded = :category", "category", folded(filter));
    }

    static @Nullable String folded(ExpenseFilter filter) {
        return filter.category() == null ? null : SearchText.fold(filter.category());
    }
}
