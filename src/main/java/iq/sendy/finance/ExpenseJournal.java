package iq.sendy.finance;

import iq.sendy.finance.Expense.ExpenseDetails;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.purchasing.PurchasePayment;
import iq.sendy.purchasing.PurchasePayments;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Journal of expenses: whoever must hear of a change, the purchase order that it pays, the figures and the audit log. */
@Component
class ExpenseJournal {

    private static final String TYPE = "expense";

    private final PurchasePayments payments;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    ExpenseJournal(PurchasePayments payments, ApplicationEventPublisher events, Audit audit) {
        this.payments = payments;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Settles what the expense pays from now on, before it is written. The purchase order that it names is asked first: false,
     * and nothing written, when there is none.
     *
     * @param before null when it is booked
     * @param after null when it is deleted
     */
    boolean settle(
            StoreId store,
            Actor actor,
            UUID expense,
            @Nullable ExpenseDetails before,
            @Nullable ExpenseDetails after,
            Instant now) {
        var paid = after == null ? null : after.purchaseOrderId();
        if (after != null
                && paid != null
                && !payments.settle(store, actor, new PurchasePayment(expense, paid, after.amount()), now)) {
            return false;
        }
        var paidBefore = before == null ? null : before.purchaseOrderId();
        if (paidBefore != null && !Objects.equals(paidBefore, paid)) {
            payments.settle(store, actor, new PurchasePayment(expense, paidBefore, 0), now);
        }
        return true;
    }

    void booked(StoreId store, Actor actor, Expense expense) {
        publish(store, actor, null, expense, Change.created(TYPE, expense.id(), expense.details()));
    }

    void changed(StoreId store, Actor actor, Expense before, Expense after) {
        publish(store, actor, before, after, Change.updated(TYPE, after.id(), before.details(), after.details()));
    }

    void deleted(StoreId store, Actor actor, Expense before) {
        publish(store, actor, before, null, Change.deleted(TYPE, before.id(), before.details()));
    }

    private void publish(StoreId store, Actor actor, @Nullable Expense before, @Nullable Expense after, Change change) {
        events.publishEvent(new ExpenseChanged(store.value(), before, after));
        audit.record(store, actor, change);
    }
}
