package iq.sendy.finance.web;

import iq.sendy.finance.ExpenseFilter;
import iq.sendy.finance.ExpenseInput;
import iq.sendy.finance.Expenses;
import iq.sendy.finance.SaveExpense;
import iq.sendy.finance.web.ExpenseBody.ExpensePageBody;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CheckedFilter;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Text;
import iq.sendy.purchasing.PurchaseOrders;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

@StoreController
class ExpenseController {

    private final Expenses expenses;
    private final PurchaseOrders purchaseOrders;

    ExpenseController(Expenses expenses, PurchaseOrders purchaseOrders) {
        this.expenses = expenses;
        this.purchaseOrders = purchaseOrders;
    }

    record ExpenseFilterQuery(
            @Nullable When from,
            @Nullable When to,
            @Text(Text.NAME) @Nullable String category) implements CheckedFilter {

        @Override
        public void check(ZoneId zone, Violations violations) {
            CheckedFilter.period(from, to, zone, violations);
        }

        ExpenseFilter in(ZoneId zone) {
            return new ExpenseFilter(
                    from == null ? null : from.start(zone), to == null ? null : to.end(zone), category);
        }
    }

    @GetMapping("/expenses")
    @Allows(permission = "expenses.view", scope = "finance:read")
    @Describes("List the expenses, newest first, with their totals by category and month")
    Answer<ExpensePageBody> list(@QueryParameters ExpenseFilterQuery filter, Paging paging, Caller caller) {
        var found = expenses.list(caller.store(), filter.in(caller.zone()), caller.zone(), paging);
        return Answer.ok("expense.listed", ExpensePageBody.of(found, caller.currency()));
    }

    @PostMapping("/expenses")
    @Allows(permission = "expenses.manage", scope = "finance:write")
    @Describes(value = "Book an expense", refuses = SaveExpense.Result.class)
    Answer<ExpenseBody> book(@Body Bound<ExpenseInput> body, Caller caller, Actor actor) {
        body.value().check(caller, purchaseOrders, body.complete().problems());
        var command = body.valid().command(caller.zone());
        return saved(
                "expense.created", expenses.book(caller.store(), actor, caller.currency(), command), caller.currency());
    }

    @GetMapping("/expenses/{id}")
    @Allows(permission = "expenses.view", scope = "finance:read")
    @Describes("One expense")
    Answer<ExpenseBody> get(@PathVariable UUID id, Caller caller) {
        return expenses.find(caller.store(), id)
                .map(found -> Answer.ok("expense.found", ExpenseBody.of(found, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @PutMapping("/expenses/{id}")
    @Allows(permission = "expenses.manage", scope = "finance:write")
    @Describes(value = "Change an expense", refuses = SaveExpense.Result.class)
    Answer<ExpenseBody> change(@PathVariable UUID id, @Body Bound<ExpenseInput> body, Caller caller, Actor actor) {
        body.value().check(caller, purchaseOrders, body.problems());
        if (!body.problems().isEmpty() && expenses.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        var command = body.valid().command(caller.zone());
        return saved(
                "expense.updated",
                expenses.change(caller.store(), actor, caller.currency(), id, command),
                caller.currency());
    }

    @DeleteMapping("/expenses/{id}")
    @Allows(permission = "expenses.manage", scope = "finance:write")
    @Describes("Delete an expense")
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return expenses.delete(caller.store(), actor, id) ? Answer.ok("expense.deleted", null) : Answer.notFound();
    }

    private static Answer<ExpenseBody> saved(String message, SaveExpense.Result result, Currency currency) {
        return switch (result) {
            case SaveExpense.Result.Saved(var expense) -> Answer.ok(message, ExpenseBody.of(expense, currency));
            case SaveExpense.Result.NoSuchExpense() -> Answer.notFound();
            case SaveExpense.Result.NoSuchPurchaseOrder unknown -> Answer.refused(unknown);
        };
    }
}
