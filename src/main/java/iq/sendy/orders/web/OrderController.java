package iq.sendy.orders.web;

import iq.sendy.geography.Geography;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.When;
import iq.sendy.orders.ConfirmationDesk;
import iq.sendy.orders.MoveOrder;
import iq.sendy.orders.OrderBody;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderFilter;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CheckedFilter;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Orders on the wire: placed, found, listed and moved along their machine. */
@StoreController
class OrderController {

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);

    private final Orders orders;
    private final ConfirmationDesk desk;
    private final Geography geography;
    private final OrderPreconditions known;
    private final Clock clock;

    OrderController(Orders orders, ConfirmationDesk desk, Geography geography, OrderPreconditions known, Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.geography = geography;
        this.known = known;
        this.clock = clock;
    }

    record OrderFilterQuery(
            @Nullable List<OrderStatus> status,
            @Nullable List<OrderSource> source,
            @Nullable Phone phone,
            @Text(Text.REFERENCE) @Nullable String externalRef,
            @Nullable When from,
            @Nullable When to,
            @Text(Text.NAME) @Nullable String q,
            @Nullable ConfirmationList confirmation)
            implements CheckedFilter {

        @Override
        public void check(ZoneId zone, Violations violations) {
            CheckedFilter.period(from, to, zone, violations);
        }

        OrderFilter in(ZoneId zone, Instant now) {
            return new OrderFilter(
                    Objects.requireNonNullElse(status, List.of()),
                    Objects.requireNonNullElse(source, List.of()),
                    phone,
                    externalRef,
                    null,
                    new OrderFilter.Created(from == null ? null : from.start(zone), to == null ? null : to.end(zone)),
                    q,
                    confirmation == ConfirmationList.DUE ? now : null);
        }
    }

    @GetMapping("/orders")
    @Allows(permission = "orders.view", scope = "orders:read")
    @Describes("List the orders, newest first")
    Answer<Page<OrderBody>> list(@QueryParameters OrderFilterQuery filter, Paging paging, Caller caller) {
        var wanted = filter.in(caller.zone(), clock.instant());
        var page = filter.confirmation() == ConfirmationList.DUE
                ? desk.due(caller.store(), wanted, paging)
                : orders.list(caller.store(), wanted, paging);
        return Answer.ok("order.listed", page.map(OrderBody::of));
    }

    @PostMapping("/orders")
    @Allows(permission = "orders.manage", scope = "orders:write")
    @Describes(value = "Place an order", refuses = PlaceOrder.Result.class)
    Answer<OrderBody.PlacedBody> place(@Body Bound<OrderRequest> body, Caller caller, Actor actor) {
        checkPrices(body.value(), caller);
        body.value().checkAddress(geography, body.problems());
        var said = body.value().said(caller.id(), caller.zone());
        known.checkSoldAt(caller, said, clock.instant(), body.problems());
        if (!body.problems().isEmpty()) {
            known.addViolationsOfSale(caller, body.value(), said, body.problems());
            var code = body.value().discountCode();
            var question = body.value().question(code, sourceOf(caller), body.problems());
            known.addViolations(caller, List.of(body.problems()), List.of(question));
        }
        var command = body.valid().command(sourceOf(caller), caller.currency(), geography, said);
        return switch (orders.place(caller.store(), actor, command)) {
            case PlaceOrder.Result.Placed placed -> Answer.ok("order.created", OrderBody.of(placed, actor));
            case PlaceOrder.Result.PlacedBefore(var order) ->
                Answer.ok("order.found", OrderBody.repeated(found(caller, order)));
            case PlaceOrder.Result.SoldBefore(var order) ->
                Answer.ok("order.found", OrderBody.soldBefore(found(caller, order)));
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    private OrderDetails found(Caller caller, OrderView order) {
        return orders.find(caller.store(), new OrderRef.ById(order.id())).orElseThrow();
    }

    @GetMapping("/orders/{id}")
    @Allows(permission = "orders.view", scope = "orders:read")
    @Describes("One order with its timeline and the trace of its price, by its id or its publicId")
    Answer<OrderBody.DetailBody> get(@PathVariable String id, Caller caller) {
        return OrderRef.parse(id)
                .flatMap(ref -> orders.find(caller.store(), ref))
                .map(found -> Answer.ok("order.found", OrderBody.of(found)))
                .orElseGet(Answer::notFound);
    }

    record CancelRequest(
            @Text(Text.REASON) @Example("\"الزبون غيّر رأيه\"") @Nullable
            String reason) {}

    @PostMapping("/orders/{id}/cancel")
    @Allows(permission = "orders.manage", scope = "orders:write")
    @Describes(value = "Cancel an order that has not been handed over", refuses = MoveOrder.Result.class)
    Answer<OrderBody.DetailBody> cancel(
            @PathVariable String id, @Body Bound<CancelRequest> body, Caller caller, Actor actor) {
        return known.onOrder(
                id,
                body,
                caller,
                ref -> moved(
                        "order.cancelled",
                        orders.cancel(caller.store(), actor, ref, body.valid().reason())));
    }

    @DeleteMapping("/orders/{id}")
    @Allows(permission = "orders.manage", scope = "orders:write")
    @Describes(value = "Cancel an order that has not been handed over", refuses = MoveOrder.Result.class)
    Answer<OrderBody.DetailBody> delete(@PathVariable String id, Caller caller, Actor actor) {
        return OrderRef.parse(id)
                .map(ref -> moved("order.cancelled", orders.cancel(caller.store(), actor, ref, null)))
                .orElseGet(Answer::notFound);
    }

    @RefusedWith(code = "field.out_of_range")
    record MoveRequest(
            @Required @Example("\"Confirmed\"") OrderStatus status,
            @Text(Text.REASON) @Nullable String note,
            @Nullable When occurredAt) {

        @Nullable
        Instant occurred(Caller caller) {
            return occurredAt == null ? null : occurredAt.start(caller.zone());
        }
    }

    @PostMapping("/orders/{id}/status")
    @Allows(permission = "orders.manage", scope = "orders:write")
    @Describes(value = "Move an order along its machine", refuses = MoveOrder.Result.class)
    Answer<OrderBody.DetailBody> move(
            @PathVariable String id, @Body Bound<MoveRequest> body, Caller caller, Actor actor) {
        var occurred = body.value().occurred(caller);
        var latest = clock.instant().plus(CLOCKS_MAY_DIFFER);
        if (occurred != null && occurred.isAfter(latest)) {
            body.problems().add("occurredAt", "field.out_of_range", "1900-01-01", latest.toString());
        }
        return known.onOrder(id, body, caller, ref -> {
            var command = new MoveOrder(body.valid().status(), body.valid().note(), occurred);
            return moved("order.status", orders.move(caller.store(), actor, ref, command));
        });
    }

    private static Answer<OrderBody.DetailBody> moved(String message, MoveOrder.Result result) {
        return switch (result) {
            case MoveOrder.Result.Moved(var order) -> Answer.ok(message, OrderBody.of(order));
            case MoveOrder.Result.NoSuchOrder _ -> Answer.notFound();
            case MoveOrder.Result.Forbidden forbidden -> Answer.refused(forbidden);
        };
    }

    /** A sale that has happened brings its prices, whoever sends it. */
    static void checkPrices(OrderRequest body, Caller caller) {
        if (!body.happened()) {
            OrderItem.checkPrices(body.items(), caller);
        }
    }

    static OrderSource sourceOf(Caller caller) {
        return caller.kind() == Caller.Kind.KEY ? OrderSource.API : OrderSource.DASHBOARD;
    }
}
