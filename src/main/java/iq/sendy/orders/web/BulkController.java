package iq.sendy.orders.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import iq.sendy.cashier.RegisterSale;
import iq.sendy.geography.Geography;
import iq.sendy.orders.BulkMode;
import iq.sendy.orders.BulkOrders;
import iq.sendy.orders.CounterOrders;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Envelope;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Binder;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.ElementsOf;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;

/** Orders that are placed many at a time, on the wire. */
@StoreController
class BulkController {

    private final BulkOrders orders;
    private final Geography geography;
    private final OrderPreconditions known;
    private final AnswerWriter writer;
    private final Clock clock;

    BulkController(BulkOrders orders, Geography geography, OrderPreconditions known, AnswerWriter writer, Clock clock) {
        this.orders = orders;
        this.clock = clock;
        this.geography = geography;
        this.known = known;
        this.writer = writer;
    }

    record BulkRequest(
            @Required @Size(min = 1, max = 500) @ElementsOf(OrderRequest.class)
            List<JsonNode> orders,

            @Nullable BulkMode mode) {}

    record BulkBody(long created, long existing, long failed, List<BulkRow> results) {}

    /** What became of one row; members that a case lacks are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BulkRow(
            int index,
            boolean success,
            @Nullable UUID id,
            @Nullable String publicId,
            @Nullable Boolean duplicateExternalRef,
            @Nullable List<Envelope.ErrorItem> errors) {}

    @PostMapping("/orders/bulk")
    @Allows(permission = "orders.manage", scope = "orders:write")
    @Describes(
            value = "Place up to 500 orders; each row succeeds or fails alone, or with mode atomic all or none",
            refuses = PlaceOrder.Result.class)
    Answer<BulkBody> placeAll(
            @Body(most = Body.BULK) Bound<BulkRequest> body, Caller caller, Actor actor, HttpServletRequest request) {
        var rows = body.valid().orders().stream().map(row -> read(row, caller)).toList();
        rows.forEach(row -> OrderController.checkPrices(row.value(), caller));
        if (body.value().mode() == BulkMode.ATOMIC) {
            return atomic(rows, caller, actor);
        }
        addViolations(rows.stream().filter(row -> !row.problems().isEmpty()).toList(), caller);
        var good = rows.stream().filter(row -> row.problems().isEmpty()).toList();
        var placed = orders.place(caller.store(), actor, commands(good, caller), BulkMode.PARTIAL);
        return Answer.ok("orders.bulk", woven(rows, placed, writer.language(request)));
    }

    private Bound<OrderRequest> read(JsonNode row, Caller caller) {
        var bound = Binder.row(OrderRequest.class, row, caller.currency());
        bound.value().checkAddress(geography, bound.problems());
        CounterOrders.soldOutOfTime(said(bound.value(), caller), clock.instant())
                .ifPresent(bound.problems()::add);
        if (!said(bound.value(), caller).certain()) {
            bound.problems().addAll(bound.value().lacking(bound.problems()));
        }
        return bound;
    }

    /** A row is a sale if it says so. What orders its sender places by the hundred come from elsewhere. */
    private static RegisterSale said(OrderRequest row, Caller caller) {
        return row.said(null, caller.zone());
    }

    private void addViolations(List<Bound<OrderRequest>> rows, Caller caller) {
        var source = OrderController.sourceOf(caller);
        rows.stream()
                .filter(row ->
                        !row.problems().isEmpty() && said(row.value(), caller).certain())
                .forEach(row ->
                        known.addViolationsOfSale(caller, row.value(), said(row.value(), caller), row.problems()));
        known.addViolations(
                caller,
                rows.stream().map(Bound::problems).toList(),
                rows.stream()
                        .map(row -> row.value().question(row.value().discountCode(), source, row.problems()))
                        .toList());
    }

    private Answer<BulkBody> atomic(List<Bound<OrderRequest>> rows, Caller caller, Actor actor) {
        if (rows.stream().anyMatch(row -> !row.problems().isEmpty())) {
            // One bad row refuses all, so the others are not placed, and are judged here.
            addViolations(rows, caller);
        }
        var violations = new Violations();
        for (var i = 0; i < rows.size(); i++) {
            var path = "orders[" + i + "]";
            violations.addAll(under(path, rows.get(i).problems().faults()));
        }
        violations.refuseIfAny();
        var placed = orders.place(caller.store(), actor, commands(rows, caller), BulkMode.ATOMIC);
        var invalid = new Violations();
        var conflicts = new Violations();
        for (var i = 0; i < placed.size(); i++) {
            var path = "orders[" + i + "]";
            var result = placed.get(i);
            var faults = Violations.first(Violations.MOST_OF_ROW, faults(result));
            (result instanceof PlaceOrder.Result.Invalid ? invalid : conflicts).addAll(under(path, faults));
        }
        invalid.refuseIfAny();
        return conflicts.isEmpty()
                ? Answer.ok("orders.bulk", woven(rows, placed, Locale.ROOT))
                : Answer.refused(HttpStatus.CONFLICT, conflicts.faults());
    }

    private static List<Violation> under(String path, List<Violation> faults) {
        return faults.stream().map(violation -> violation.under(path)).toList();
    }

    private static List<Violation> faults(PlaceOrder.Result result) {
        return switch (result) {
            case PlaceOrder.Result.Placed _, PlaceOrder.Result.PlacedBefore _, PlaceOrder.Result.SoldBefore _ ->
                List.of();
            case Refusal refusal -> refusal.violations();
        };
    }

    private List<PlaceOrder> commands(List<Bound<OrderRequest>> rows, Caller caller) {
        return rows.stream()
                .map(row -> row.value()
                        .command(
                                OrderController.sourceOf(caller),
                                caller.currency(),
                                geography,
                                said(row.value(), caller)))
                .toList();
    }

    /** Weaves the rows that could not be read and what became of the others together again, in their order. */
    private BulkBody woven(List<Bound<OrderRequest>> rows, List<PlaceOrder.Result> placed, Locale language) {
        var results = new ArrayList<BulkRow>();
        var outcomes = placed.iterator();
        var listed = 0;
        for (var i = 0; i < rows.size(); i++) {
            // Each failed row says at least one thing that is wrong with it.
            var most = Math.clamp(Violations.MOST - listed, 1, Violations.MOST_OF_ROW);
            var faults = rows.get(i).problems().faults();
            var row =
                    faults.isEmpty() ? outcome(i, outcomes.next(), most, language) : failed(i, faults, most, language);
            listed += row.errors() == null ? 0 : row.errors().size();
            results.add(row);
        }
        var created = placed.stream()
                .filter(PlaceOrder.Result.Placed.class::isInstance)
                .count();
        var existing = placed.stream()
                .filter(result -> result instanceof PlaceOrder.Result.PlacedBefore
                        || result instanceof PlaceOrder.Result.SoldBefore)
                .count();
        return new BulkBody(created, existing, rows.size() - created - existing, results);
    }

    private BulkRow outcome(int index, PlaceOrder.Result result, int most, Locale language) {
        return switch (result) {
            case PlaceOrder.Result.Placed(var order, var duplicate) -> succeeded(index, order, duplicate);
            case PlaceOrder.Result.PlacedBefore(var order) -> succeeded(index, order, true);
            case PlaceOrder.Result.SoldBefore(var order) -> succeeded(index, order, false);
            case Refusal refusal -> failed(index, refusal.violations(), most, language);
        };
    }

    private static BulkRow succeeded(int index, OrderView order, boolean duplicate) {
        return new BulkRow(index, true, order.id(), order.publicId(), duplicate, null);
    }

    private BulkRow failed(int index, List<Violation> faults, int most, Locale language) {
        return new BulkRow(index, false, null, null, null, writer.errors(Violations.first(most, faults), language));
    }
}
