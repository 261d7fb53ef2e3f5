package iq.sendy.finance;

import iq.sendy.finance.store.ExpenseStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.stores.StoredAmounts;
import org.springframework.stereotype.Component;

/** Amounts of expenses. */
@Component
class ExpenseAmounts implements StoredAmounts {

    private final ExpenseStore expenses;
    private final Pipeline pipeline;

    ExpenseAmounts(ExpenseStore expenses, Pipeline pipeline) {
        this.expenses = expenses;
        this.pipeline = pipeline;
    }

    @Override
    public boolean any(StoreId store) {
        return pipeline.ask(expenses.any(store)).single();
    }
}
