package iq.sendy.finance;

import iq.sendy.finance.store.ExpenseStore;
import iq.sendy.finance.store.ExpenseTotalStore;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Expenses of a store. Whoever books or changes one says in which currency its amount was read. */
@Service
public class Expenses {

    private static final String TYPE = "expense";

    private final Settings settings;
    private final ExpenseStore expenses;
    private final ExpenseTotalStore totals;
    private final Pipeline pipeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Expenses(
            Settings settings,
            ExpenseStore expenses,
            ExpenseTotalStore totals,
            Pipeline pipeline,
            Audit audit,
            ApplicationEventPublisher events,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.settings = settings;
        this.expenses = expenses;
        this.totals = totals;
        this.pipeline = pipeline;
        this.audit = audit;
        this.events = events;
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
                new ExpenseTotals(
                        all.single(), byCategory.answer(), byMonth(store, filter, zone, months.answer())));
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

    @Transactional(readOnly = true)
    public Optional<Expense> find(StoreId store, UUID id) {
        return pipeline.ask(expenses.find(store, id)).first();
    }

    @Transactional
    public Expense book(StoreId store, Actor actor, Currency currency, SaveExpense command) {
        settings.requireCurrency(store, currency);
        var now = clock.instant();
        var expense = new Expense(uuidGenerator.next(), command.over(null), now, now);
        pipeline.send(expenses.insert(store, expense));
        changed(store, actor, Change.created(TYPE, expense.id(), expense.details()), null, expense);
        return expense;
    }

    /** Empty when there is none. */
    @Transactional
    public Optional<Expense> change(StoreId store, Actor actor, Currency currency, UUID id, SaveExpense command) {
        settings.requireCurrency(store, currency);
        return pipeline.ask(expenses.lock(store, id)).first().map(before -> {
            var after = new Expense(id, command.over(before.details()), before.createdAt(), clock.instant());
            pipeline.send(expenses.update(store, after));
            changed(store, actor, Change.updated(TYPE, id, before.details(), after.details()), before, after);
            return after;
        });
    }

    /** False when there is none. */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        var found = pipeline.ask(expenses.lock(store, id)).first();
        found.ifPresent(before -> {
            pipeline.send(expenses.delete(store, id));
            changed(store, actor, Change.deleted(TYPE, id, before.details()), before, null);
        });
        return found.isPresent();
    }

    private void changed(
            StoreId store, Actor actor, Change change, @Nullable Expense before, @Nullable Expense after) {
        events.publishEvent(new ExpenseChanged(store.value(), before, after));
        audit.record(store, actor, change);
    }
}
