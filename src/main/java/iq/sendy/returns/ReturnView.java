package iq.sendy.returns;

import iq.sendy.cashier.CashBack;
import iq.sendy.kernel.Currency;
import iq.sendy.orders.Revision;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to send an order or a part of it back.
 *
 * @param items empty when the order has no items and is returned whole
 */
public record ReturnView(
        UUID id,
        UUID orderId,
        ReturnStatus status,
        @Nullable String reason,
        @Nullable String note,
        Refund refund,
        List<ReturnItem> items,
        Revision revision) {

    public ReturnView {
        items = List.copyOf(items);
    }

    /** The same with what it comes to in cash. */
    ReturnView withCash(CashBack cash) {
        return new ReturnView(id, orderId, status, reason, note, refund.with(cash), items, revision);
    }

    /**
     * What is paid back, in minor units: for what was asked until the return is completed, then for what came.
     *
     * @param cash what a drawer pays, or will pay; null of an order that was not paid in cash at the counter
     */
    public record Refund(
            Currency currency, long amount, @Nullable CashBack cash) {

        public Refund(Currency currency, long amount) {
            this(currency, amount, null);
        }

        Refund with(CashBack paid) {
            return new Refund(currency, amount, paid);
        }

        /** What the customer is given. */
        public long given() {
            return cash == null ? amount : cash.amount();
        }
    }

    /** The pieces of a line that were asked, and of them those that came back, good or damaged. */
    public record ReturnItem(UUID orderItemId, String sku, long quantity, long restocked, long damaged, long refund) {

        /** The same with what came of it. */
        public ReturnItem arrived(long good, long broken, long due) {
            return new ReturnItem(orderItemId, sku, quantity, good, broken, due);
        }
    }
}
