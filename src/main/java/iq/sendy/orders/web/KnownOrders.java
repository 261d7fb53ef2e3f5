package iq.sendy.orders.web;

import iq.sendy.orders.AskQuote;
import iq.sendy.orders.OrderBody;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.body.Read;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What controllers ask of the store before they take a step on an order, so that refusals come in the contract's order. */
@Component
class KnownOrders {

    private final Orders orders;

    KnownOrders(Orders orders) {
        this.orders = orders;
    }

    /** Of a body with faults, what only the store knows is looked up too: every failing field is listed at once. */
    void addFlaws(Read<OrderRequest> body, Caller caller, Supplier<AskQuote> question) {
        var request = body.value();
        var readable = request.items() == null || OrderItem.readable(request.items());
        if (!readable || !request.namesWhatTheStoreHas()) {
            return;
        }
        for (var flaw : orders.flaws(caller.store(), question.get())) {
            if (!body.problems().has(flaw.field())) {
                body.problems().add(flaw.field(), flaw.code());
            }
        }
    }

    /** An order that is not there is said before what is wrong with the body. */
    <T> Answer<OrderBody.Detailed> onOrder(
            String id, Read<T> body, Caller caller, Function<OrderRef, Answer<OrderBody.Detailed>> step) {
        Optional<OrderRef> ref = OrderRef.parse(id);
        if (ref.isEmpty()
                || (!body.problems().isEmpty()
                        && orders.find(caller.store(), ref.get()).isEmpty())) {
            return Answer.notFound();
        }
        body.problems().refuseIfAny();
        return step.apply(ref.get());
    }
}
