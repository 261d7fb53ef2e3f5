package iq.sendy.finance;

import iq.sendy.finance.store.ExpenseStore;
import iq.sendy.finance.store.ExpenseTotalStore;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.stores.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Expenses of a store. Whoever books or changes one says in which currency its amount was read. */
@Service
public class Expenses {

    private final Settings settings;
    private final ExpenseStore expenses;
    private final ExpenseTotalStore totals;
    private final Pipeline pipeline;
    private final ExpenseJournal journal;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Expenses(
            Settings settings,
            ExpenseStore expenses,
            ExpenseTotalStore totals,
            Pipeline pipeline,
            ExpenseJournal journal,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.settings = settings;
        this.expenses = expenses;
        this.totals = totals;
        this.pipeline = pipeline;
        this.journal = journal;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /**
     * Newest first, with the totals.
     *
     * @param zone where the months of the totals begin
     */
    @Transactional(readOnly = true)
    public ExpenseList list(StoreId store, ExpenseFilter filter, ZoneId zone, Paging paging) {
        var listing = expenses.list(store, filter).countedOnPagesByNumber();
        if (paging.cursor() != null) {
            return new ExpenseList(listing.page(pipeline, paging), null);
        }
        var trip = pipeline.open();
        var page = listing.on(trip, paging);
        var all = trip.add(totals.all(store, filter));
        var byCategory = trip.add(totals.byCategory(store, filter));
        var months = trip.add(totals.months(store, filter, ExpenseTotals.MOST_MONTHS + 1));
        trip.send();
        return new ExpenseList(
                page.get(),
                new ExpenseTotals(all.single(), byCategory.answer(), byMonth(store, filter, zone, months.answer())));
    }

    /** The categories on which most is spent. */
    @Transactional(readOnly = true)
    public List<String> categories(StoreId store) {
        return pipeline.ask(totals.byCategory(store, new ExpenseFilter(null, null, null))).answer().stream()
                .map(ExpenseTotals.CategorySum::category)
                .toList();
    }

    /** A month of the store is the same as one of UTC but for some hours, so it is that one or a neighbour of it. */
    private List<ExpenseTotals.MonthSum> byMonth(
            StoreId store, ExpenseFilter filter, ZoneId zone, List<Instant> newestFirst) {
        var months = new TreeSet<YearMonth>();
        for (var instant : newestFirst) {
            var month = YearMonth.from(instant.atOffset(ZoneOffset.UTC));
            months.addAll(List.of(month.minusMonths(1), month, month.plusMonths(1)));
        }
        if (newestFirst.size() > ExpenseTotals.MOST_MONTHS) {
            // What was spent before these may belong to the first of them: it is not known as a whole.
            var oldest = YearMonth.from(newestFirst.getLast().atOffset(ZoneOffset.UTC));
            months.removeIf(month -> !month.isAfter(oldest));
        }
        if (months.isEmpty()) {
            return List.of();
        }
        var sums = pipeline.ask(totals.byMonth(store, filter, List.copyOf(months), zone));
        return sums.answer().stream().limit(ExpenseTotals.MOST_MONTHS).toList();
    }

    /**
     * What was spent in periods that follow each other, but for payments of purchase orders; it shares a trip.
     *
     * @param bounds where each of them begins, and where the last one ends
     */
    public Query<ExpenseTotals.PeriodCost> costs(StoreId store, List<Instant> bounds) {
        return totals.costs(store, bounds);
    }

    @Transactional(readOnly = true)
    public Optional<Expense> find(StoreId store, UUID id) {
        return pipeline.ask(expenses.find(store, id)).first();
    }

    @Transactional
    public SaveExpense.Result book(StoreId store, Actor actor, Currency currency, SaveExpense command) {
        return book(store, actor, currency, uuidGenerator.next(), command);
    }

    /**
     * As {@link #book}, under an id that its form was given: however often that is sent, it is booked once. What was sent
     * otherwise under that id, as after going back to the form, is another expense.
     */
    @Transactional
    public SaveExpense.Result bookOnce(StoreId store, Actor actor, Currency currency, UUID id, SaveExpense command) {
        var booked = pipeline.ask(expenses.find(store, id)).first();
        if (booked.isPresent()) {
            var same = booked.get().details().equals(command.over(null));
            return same ? new SaveExpense.Result.Saved(booked.get()) : book(store, actor, currency, command);
        }
        return WriteConflict.onDuplicateKey("the same form", () -> book(store, actor, currency, id, command));
    }

    private SaveExpense.Result book(StoreId store, Actor actor, Currency currency, UUID id, SaveExpense command) {
        settings.requireCurrency(store, currency);
        var now = clock.instant();
        var expense = new Expense(id, command.over(null), now, now);
        if (!journal.settle(store, actor, expense.id(), null, expense.details(), now)) {
            return new SaveExpense.Result.NoSuchPurchaseOrder();
        }
        pipeline.send(expenses.insert(store, expense));
        journal.booked(store, actor, expense);
        return new SaveExpense.Result.Saved(expense);
    }

    @Transactional
    public SaveExpense.Result change(StoreId store, Actor actor, Currency currency, UUID id, SaveExpense command) {
        settings.requireCurrency(store, currency);
        var found = pipeline.ask(expenses.lock(store, id));
        if (!found.any()) {
            return new SaveExpense.Result.NoSuchExpense();
        }
        var before = found.single();
        var after = new Expense(id, command.over(before.details()), before.createdAt(), clock.instant());
        if (!journal.settle(store, actor, id, before.details(), after.details(), after.updatedAt())) {
            return new SaveExpense.Result.NoSuchPurchaseOrder();
        }
        pipeline.send(expenses.update(store, after));
        journal.changed(store, actor, before, after);
        return new SaveExpense.Result.Saved(after);
    }

    /** False when there is none. */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        var found = pipeline.ask(expenses.lock(store, id)).first();
        found.ifPresent(before -> {
            journal.settle(store, actor, id, before.details(), null, clock.instant());
            pipeline.send(expenses.delete(store, id));
            journal.deleted(store, actor, before);
        });
        return found.isPresent();
    }
}
