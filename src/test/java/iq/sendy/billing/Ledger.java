package iq.sendy.billing;

import iq.sendy.billing.UsageEvent.CallTokens;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A store's ledger as the agent's jobs use it: a transaction for each word. */
public final class Ledger {

    private final StoreId store;
    private final TokenBudget budget;
    private final TransactionTemplate transaction;

    public Ledger(StoreId store, TokenBudget budget, PlatformTransactionManager transactions) {
        this.store = store;
        this.budget = budget;
        this.transaction = new TransactionTemplate(transactions);
    }

    public <T> T in(Supplier<T> work) {
        return CurrentTenant.in(store, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    TokenBudget.Reservation reserves(CallId call, long input, long output) {
        return in(() ->
                budget.reserve(store, new BudgetRequest(call.job(), call.attempt(), call.number(), input, output)));
    }

    public boolean settles(CallId call, long input, long output) {
        return settles(event(call, input, output, true));
    }

    public boolean settles(UsageEvent event) {
        return in(() -> budget.settle(store, event));
    }

    boolean discards(DiscardedCalls calls) {
        return in(() -> {
            budget.discard(store, calls);
            return true;
        });
    }

    boolean releases(CallId call) {
        return in(() -> {
            budget.release(store, call);
            return true;
        });
    }

    static UsageEvent event(CallId call, long input, long output, boolean billable) {
        return event(call, new CallTokens(input, output, 0, 0, 0, false), billable, null);
    }

    static UsageEvent event(CallId call, CallTokens tokens, boolean billable, @Nullable String request) {
        return new UsageEvent(call, AiProvider.SANDBOX, "sandbox-1", request, tokens, UsageOutcome.ANSWERED, billable);
    }
}
