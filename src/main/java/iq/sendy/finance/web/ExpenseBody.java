package iq.sendy.finance.web;

import iq.sendy.finance.Expense;
import iq.sendy.finance.ExpenseList;
import iq.sendy.finance.ExpenseTotals;
import iq.sendy.finance.ExpenseTotals.ExpenseSum;
import iq.sendy.finance.ExpenseType;
import iq.sendy.kernel.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An expense as it is answered. */
record ExpenseBody(
        UUID id,
        String name,
        BigDecimal amount,
        ExpenseType expenseType,
        String category,
        Instant expenseDate,
        @Nullable UUID purchaseOrderId,
        @Nullable String notes,
        Instant createdAt,
        Instant updatedAt) {

    static ExpenseBody of(Expense expense, Currency currency) {
        var details = expense.details();
        return new ExpenseBody(
                expense.id(),
                details.name(),
                currency.onWire(details.amount()),
                details.expenseType(),
                details.category(),
                details.expenseDate(),
                details.purchaseOrderId(),
                details.notes(),
                expense.createdAt(),
                expense.updatedAt());
    }

    /** A page as every list has it, with totals beside it. */
    record ExpensePageBody(
            List<ExpenseBody> items,
            @Nullable Integer page,
            int pageSize,
            @Nullable Long totalCount,
            @Nullable Long totalPages,
            @Nullable String nextCursor,
            @Nullable ExpenseTotalsBody totals) {

        static ExpensePageBody of(ExpenseList list, Currency currency) {
            var page = list.page().map(expense -> ExpenseBody.of(expense, currency));
            return new ExpensePageBody(
                    page.items(),
                    page.page(),
                    page.pageSize(),
                    page.totalCount(),
                    page.totalPages(),
                    page.nextCursor(),
                    list.totals() == null ? null : ExpenseTotalsBody.of(list.totals(), currency));
        }
    }

    /** The totals as they are answered: {@code cost} is what takes from the profit. */
    record ExpenseTotalsBody(
            long count,
            BigDecimal amount,
            BigDecimal cost,
            List<CategoryTotalBody> byCategory,
            List<MonthTotalBody> byMonth) {

        static ExpenseTotalsBody of(ExpenseTotals totals, Currency currency) {
            var all = totals.all();
            return new ExpenseTotalsBody(
                    all.count(),
                    currency.onWire(all.amount()),
                    currency.onWire(all.cost()),
                    totals.byCategory().stream()
                            .map(each -> CategoryTotalBody.of(each.category(), each.sum(), currency))
                            .toList(),
                    totals.byMonth().stream()
                            .map(each -> MonthTotalBody.of(each.month().toString(), each.sum(), currency))
                            .toList());
        }
    }

    /** What is spent on one category. */
    record CategoryTotalBody(String category, long count, BigDecimal amount, BigDecimal cost) {

        static CategoryTotalBody of(String category, ExpenseSum sum, Currency currency) {
            return new CategoryTotalBody(
                    category, sum.count(), currency.onWire(sum.amount()), currency.onWire(sum.cost()));
        }
    }

    /** What is spent in one month of the store, such as {@code 2026-11}. */
    record MonthTotalBody(String month, long count, BigDecimal amount, BigDecimal cost) {

        static MonthTotalBody of(String month, ExpenseSum sum, Currency currency) {
            return new MonthTotalBody(month, sum.count(), currency.onWire(sum.amount()), currency.onWire(sum.cost()));
        }
    }
}
