package iq.sendy.orders.web;

import iq.sendy.cashier.CashierSales;
import iq.sendy.cashier.RegisterSale;
import iq.sendy.cashier.SalePlace;
import iq.sendy.orders.BasketError;
import iq.sendy.orders.CounterOrders;
import iq.sendy.orders.OrderBody;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderQuotes;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.Orders;
import iq.sendy.orders.RequestQuote;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Bound;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What controllers ask of the store before they take a step on an order, so that refusals come in the contract's order. */
@Component
@RefusedWith(codesOf = BasketError.class, code = "cashier_session.unknown")
class OrderPreconditions {

    private final Orders orders;
    private final OrderQuotes quotes;
    private final CashierSales sales;
    private final CounterOrders counter;

    OrderPreconditions(Orders orders, OrderQuotes quotes, CashierSales sales, CounterOrders counter) {
        this.orders = orders;
        this.quotes = quotes;
        this.sales = sales;
        this.counter = counter;
    }

    /** A sale happened in the last seven days, unless it was taken in time and comes again: then its order is answered. */
    void checkSoldAt(Caller caller, RegisterSale said, Instant now, Violations violations) {
        counter.untimely(caller.store(), said, now).ifPresent(violations::add);
    }

    /** Of a body with faults it is looked up too whether it is a sale, and if not, what it lacks. */
    void addViolationsOfSale(Caller caller, OrderRequest body, RegisterSale said, Violations violations) {
        // It is a sale that names no session of ours, or complete as any order.
        if (violations.has("cashierSessionId")
                || (!said.certain() && body.lacking(violations).isEmpty())) {
            return;
        }
        var faults = switch (sales.preview(caller.store(), said)) {
            case SalePlace.UnknownSession _ -> List.of(Violation.at("cashierSessionId", "cashier_session.unknown"));
            case SalePlace.NoRegister _ -> List.of(Violation.at("cashierSessionId", "field.required"));
            case SalePlace.NoSale _ -> body.lacking(violations);
            case SalePlace.SoldBefore _, SalePlace.SessionClosed _, SalePlace.AtRegister _ -> List.<Violation>of();
        };
        violations.addMissing(faults);
    }

    /** A session that is named must be one of the store's. */
    void addViolationsOfSession(Caller caller, @Nullable UUID session, Violations violations) {
        var said = new RegisterSale(session, null, null, null);
        if (session != null && sales.preview(caller.store(), said) instanceof SalePlace.UnknownSession) {
            violations.add("cashierSessionId", "cashier_session.unknown");
        }
    }

    /** Of bodies with faults, what only the store knows is looked up too: every failing field is listed at once. */
    void addViolations(Caller caller, List<Violations> bodies, List<RequestQuote> questions) {
        var asked = IntStream.range(0, questions.size())
                .filter(i -> questions.get(i).goods().namesWhatTheStoreHas())
                .toArray();
        if (asked.length == 0) {
            return;
        }
        var found = quotes.violations(
                caller.store(), Arrays.stream(asked).mapToObj(questions::get).toList());
        for (var i = 0; i < asked.length; i++) {
            bodies.get(asked[i]).addMissing(found.get(i));
        }
    }

    /** As {@link #addViolations}, for other items of an order; the code that it has already is not judged again. */
    void addViolationsOfItems(
            String id,
            @Nullable List<@Nullable OrderItem> items,
            @Nullable String code,
            Caller caller,
            Violations violations) {
        var order = OrderRef.parse(id)
                .flatMap(ref -> orders.find(caller.store(), ref))
                .map(OrderDetails::order);
        if (order.isEmpty()) {
            return;
        }
        var own = order.get().discountCode();
        var other = code != null && code.equalsIgnoreCase(own) ? null : code;
        var question = new RequestQuote(
                new OrderedGoods(OrderItem.draft(items), null, other, null),
                order.get().agreement().source(),
                order.get().deliveryMode(),
                order.get().customer().phone(),
                null,
                null,
                true);
        addViolations(caller, List.of(violations), List.of(question));
    }

    /** An order that is not there is said before what is wrong with the body. */
    <T> Answer<OrderBody.DetailBody> onOrder(
            String id, Bound<T> body, Caller caller, Function<OrderRef, Answer<OrderBody.DetailBody>> step) {
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
