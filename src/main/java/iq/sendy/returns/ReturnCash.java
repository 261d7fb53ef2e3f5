package iq.sendy.returns;

import iq.sendy.cashier.CashBack;
import iq.sendy.cashier.CashRefund;
import iq.sendy.cashier.CashRefunds;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What returns come to in cash: a sale at the counter was rounded, and so is what its drawer pays back. */
@Component
class ReturnCash {

    private final CashRefunds refunds;
    private final Pipeline pipeline;

    ReturnCash(CashRefunds refunds, Pipeline pipeline) {
        this.refunds = refunds;
        this.pipeline = pipeline;
    }

    /** The same returns with what a drawer has paid for them, or will. */
    List<ReturnView> of(StoreId store, List<ReturnView> requests) {
        var owed = requests.stream()
                .filter(request -> request.status() != ReturnStatus.REJECTED
                        && request.refund().amount() > 0)
                .map(ReturnCash::refund)
                .toList();
        if (owed.isEmpty()) {
            return requests;
        }
        var amounts = pipeline.ask(refunds.amounts(store, owed)).answer().stream()
                .collect(Collectors.toMap(CashBack::request, Function.identity()));
        return requests.stream()
                .map(request -> {
                    var cash = amounts.get(request.id());
                    return cash == null ? request : request.withCash(cash);
                })
                .toList();
    }

    /** The same return; the order says whether there is anything to ask. */
    ReturnView of(StoreId store, OrderView order, ReturnView request) {
        return order.payment().inDrawer() ? of(store, List.of(request)).getFirst() : request;
    }

    /** What the drawers have paid for all returns of an order. */
    Query<Long> paid(StoreId store, UUID order) {
        return refunds.paid(store, order);
    }

    private static CashRefund refund(ReturnView request) {
        var refund = request.refund();
        return new CashRefund(request.orderId(), request.id(), refund.amount(), refund.currency());
    }
}
