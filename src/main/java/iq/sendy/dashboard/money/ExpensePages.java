package iq.sendy.dashboard.money;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.dashboard.PageTab;
import iq.sendy.finance.Expense;
import iq.sendy.finance.ExpenseInput;
import iq.sendy.finance.ExpenseTotals;
import iq.sendy.finance.ExpenseType;
import iq.sendy.finance.Expenses;
import iq.sendy.finance.SaveExpense;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.purchasing.PurchaseOrders;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Expenses: their list with what they add up to, and forms to book and change one. */
@PageController
class ExpensePages {

    private static final String PATH = MoneyPaths.EXPENSES;
    private static final String VIEW = "expenses.view";
    private static final String MANAGE = "expenses.manage";
    private static final String READ = "finance:read";
    private static final String WRITE = "finance:write";

    private static final int MOST_SUMS = 6;

    private final Expenses expenses;
    private final PurchaseOrders purchaseOrders;
    private final UuidGenerator ids;
    private final PageReaders readers;

    ExpensePages(Expenses expenses, PurchaseOrders purchaseOrders, UuidGenerator ids, PageReaders readers) {
        this.expenses = expenses;
        this.purchaseOrders = purchaseOrders;
        this.ids = ids;
        this.readers = readers;
    }

    /** What some of them add up to. */
    record NamedSum(String name, long amount, @Nullable String path) {}

    @GetMapping(PATH)
    @Allows(permission = VIEW, scope = READ)
    ModelAndView list(HttpServletRequest request, Paging paging, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var search = ExpenseSearch.of(request);
        var found = expenses.list(caller.store(), search.filter(caller.zone()), caller.zone(), MoneyPages.rows(paging));
        var model = MoneyPages.list(found.page(), found.page().items(), paging, search.path());
        model.put("search", search);
        model.put("mayManage", mayManage(caller));
        model.put("spans", spans(search, reader));
        var totals = found.totals();
        if (totals != null) {
            model.put("all", totals.all());
            model.put("byCategory", byCategory(totals, search, reader));
            model.put("byMonth", byMonth(totals, reader));
        }
        return new ModelAndView("dashboard/money/expenses", model);
    }

    private static boolean mayManage(Caller caller) {
        return caller.missing(MANAGE, WRITE) == null;
    }

    /** The spans that are asked for most, each with the category that is looked for. */
    private static List<PageTab> spans(ExpenseSearch search, PageReader reader) {
        var month = YearMonth.from(reader.today());
        return List.of(
                span("expenses.span.all", search.over(null), search, reader),
                span("expenses.span.month", search.over(month), search, reader),
                span("expenses.span.last", search.over(month.minusMonths(1)), search, reader));
    }

    private static PageTab span(String word, ExpenseSearch span, ExpenseSearch search, PageReader reader) {
        return new PageTab(span.path(), reader.say(word), null, span.equals(search));
    }

    private static List<NamedSum> byCategory(ExpenseTotals totals, ExpenseSearch search, PageReader reader) {
        var sums = totals.byCategory().stream()
                .limit(MOST_SUMS)
                .map(each -> new NamedSum(
                        each.category(),
                        each.sum().amount(),
                        new ExpenseSearch(search.from(), search.to(), each.category()).path()))
                .toList();
        return whole(sums, totals, reader.say("expenses.others"));
    }

    private static List<NamedSum> byMonth(ExpenseTotals totals, PageReader reader) {
        var sums = totals.byMonth().stream()
                .limit(MOST_SUMS)
                .map(each ->
                        new NamedSum(month(each.month(), reader), each.sum().amount(), null))
                .toList();
        return whole(sums, totals, reader.say("expenses.earlier"));
    }

    /** With what is not told apart, so that they add up to all. */
    private static List<NamedSum> whole(List<NamedSum> sums, ExpenseTotals totals, String rest) {
        var told = sums.stream().mapToLong(NamedSum::amount).sum();
        return told == totals.all().amount()
                ? sums
                : Stream.concat(
                                sums.stream(),
                                Stream.of(new NamedSum(rest, totals.all().amount() - told, null)))
                        .toList();
    }

    private static String month(YearMonth month, PageReader reader) {
        return month.format(DateTimeFormatter.ofPattern(
                "MMMM yyyy", Locale.of(reader.language().getLanguage(), "IQ")));
    }

    @GetMapping(PATH + "/new")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView begin(Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var form =
                OnceField.fresh(ids).with("expenseType", ExpenseType.VARIABLE).with("expenseDate", reader.today());
        return form(null, form, caller, reader);
    }

    @PostMapping(PATH)
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView book(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var sent = new MoneyForm(request.getParameterMap());
        var bound = sent.bind(ExpenseInput.class, caller.currency()).complete();
        bound.value().check(caller, purchaseOrders, bound.problems());
        if (!bound.problems().isEmpty()) {
            return form(null, MoneyPages.faulty(sent, bound.problems(), reader), caller, reader);
        }
        var id = OnceField.id(request.getParameterMap(), ids);
        var command = bound.value().command(caller.zone());
        return done(
                expenses.bookOnce(caller.store(), actor, caller.currency(), id, command),
                "expenses.booked",
                null,
                sent,
                caller,
                reader);
    }

    /** For whoever may not change it, as it is read. */
    @GetMapping(PATH + "/{id}")
    @Allows(permission = VIEW, scope = READ)
    ModelAndView open(@PathVariable UUID id, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var expense = find(id, caller);
        return form(expense, stored(expense, reader), caller, reader);
    }

    @PostMapping(PATH + "/{id}")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView change(
            @PathVariable UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var before = find(id, caller);
        var typed = new MoneyForm(request.getParameterMap());
        var bound = typed.bind(ExpenseInput.class, caller.currency());
        bound.value().check(caller, purchaseOrders, bound.problems());
        if (!bound.problems().isEmpty()) {
            return form(before, MoneyPages.faulty(typed, bound.problems(), reader), caller, reader);
        }
        var command = bound.value().command(caller.zone());
        return done(
                expenses.change(caller.store(), actor, caller.currency(), id, command),
                "expenses.saved",
                before,
                typed,
                caller,
                reader);
    }

    private ModelAndView done(
            SaveExpense.Result result,
            String said,
            @Nullable Expense before,
            MoneyForm sent,
            Caller caller,
            PageReader reader) {
        return switch (result) {
            case SaveExpense.Result.Saved _ -> PageRedirect.to(PATH + "?said=" + said);
            case SaveExpense.Result.NoSuchExpense _ -> throw RequestRejected.notFound();
            case SaveExpense.Result.NoSuchPurchaseOrder unknown ->
                form(before, reader.refused(sent.parameters(), unknown.violations()), caller, reader);
        };
    }

    @PostMapping(PATH + "/{id}/delete")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView delete(
            @PathVariable UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var reader = readers.of(caller, language);
            var details = find(id, caller).details();
            var ask = AskFirst.deletion("expenses", details.name(), PATH + "/" + id, reader);
            return details.purchaseOrderId() == null
                    ? ask.page()
                    : ask.telling(reader.say("expenses.delete.order", reader.money(details.amount())))
                            .page();
        }
        expenses.delete(caller.store(), actor, id);
        return PageRedirect.to(PATH + "?said=expenses.deleted");
    }

    private Expense find(UUID id, Caller caller) {
        return expenses.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    /** With the categories that there are, so that one is not spelled in three ways. */
    private ModelAndView form(@Nullable Expense expense, PageForm form, Caller caller, PageReader reader) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("expense", expense);
        model.put("mayManage", mayManage(caller));
        model.put("types", MoneyPages.choices("expenses.type", ExpenseType.values(), reader));
        model.put("categories", mayManage(caller) ? expenses.categories(caller.store()) : List.of());
        return MoneyPages.form("dashboard/money/expense", form, model);
    }

    private static PageForm stored(Expense expense, PageReader reader) {
        var details = expense.details();
        return PageForm.ofStored()
                .with("name", details.name())
                .with("amount", reader.typed(details.amount()))
                .with("expenseType", details.expenseType())
                .with("category", details.category())
                .with("expenseDate", MoneyForm.first(details.expenseDate(), reader.zone()))
                .with("notes", details.notes());
    }
}
