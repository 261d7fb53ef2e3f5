package iq.sendy.billing;

import iq.sendy.LockPatience;
import iq.sendy.billing.UsageEvent.CallTokens;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A store's ledger as the agent's jobs use it: a transaction for each word, which begins anew as there. */
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
        return CurrentTenant.in(
                store, () -> LockPatience.of(() -> Objects.requireNonNull(transaction.execute(_ -> work.get()))));
    }

    public TokenBudget.Reservation reserves(CallId call, long input, long output) {
        return in(() -> budget.reserve(store, new BudgetRequest(call, AiProvider.SANDBOX, "sandbox-1", input, output)));
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

    /** The processes that made the calls of the store which are under way are dead, and their time was over so long ago. */
    int lapses(JdbcClient jdbc, Duration ago) {
        return in(() -> jdbc.sql("update billing.token_reservation set expires_at = clock_timestamp()"
                        + " - :ago * interval '1 millisecond' where store_id = :store")
                .param("store", store.value())
                .param("ago", ago.toMillis())
                .update());
    }

    static UsageEvent event(CallId call, long input, long output, boolean billable) {
        return event(call, new CallTokens(input, output, 0, 0, 0, false), billable, null);
    }

    static UsageEvent event(CallId call, CallTokens tokens, boolean billable, @Nullable String request) {
        return new UsageEvent(call, AiProvider.SANDBOX, "sandbox-1", request, tokens, UsageOutcome.ANSWERED, billable);
    }
}
