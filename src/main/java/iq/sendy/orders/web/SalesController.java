package iq.sendy.orders.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import iq.sendy.geography.Geography;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;

/** Sales that a register made without a network, on the wire: sent many at a time, and as often as it takes. */
@StoreController
class SalesController {

    private final CounterOrders orders;
    private final Geography geography;
    private final OrderPreconditions known;
    private final AnswerWriter writer;
    private final Clock clock;

    SalesController(
            CounterOrders orders, Geography geography, OrderPreconditions known, AnswerWriter writer, Clock clock) {
        this.orders = orders;
        this.geography = geography;
        this.known = known;
        this.writer = writer;
        this.clock = clock;
    }

    record SalesRequest(
            @Required @Size(min = 1, max = 100) @ElementsOf(OrderRequest.class)
            List<JsonNode> sales) {}

    record SalesBody(long created, long existing, long failed, List<SaleRow> results) {}

    /** What became of one sale; members that a case lacks are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SaleRow(
            int index,
            boolean success,
            @Nullable UUID id,
            @Nullable String publicId,
            @Nullable Boolean duplicateSale,
            @Nullable List<Envelope.ErrorItem> errors) {}

    @PostMapping("/cashier/sales/bulk")
    @Allows(permission = "orders.manage", scope = "orders:write")
    @Describes(
            value = "Send up to 100 sales that were made without a network; each succeeds or fails alone",
            refuses = PlaceOrder.Result.class)
    Answer<SalesBody> sendAll(
            @Body(most = Body.BULK) Bound<SalesRequest> body, Caller caller, Actor actor, HttpServletRequest request) {
        var sales = body.valid().sales().stream()
                .map(sale -> Binder.row(OrderRequest.class, sale, caller.currency()))
                .toList();
        var commands = sales.stream()
                .map(sale -> checked(sale, caller))
                .flatMap(Optional::stream)
                .toList();
        var outcomes = orders.place(caller.store(), actor, commands).iterator();
        var language = writer.language(request);
        var rows = new ArrayList<SaleRow>();
        var listed = 0;
        for (var sale : sales) {
            // Each failed sale says at least one thing that is wrong with it.
            var most = Math.clamp(Violations.MOST - listed, 1, Violations.MOST_OF_ROW);
            var faults = sale.problems().faults();
            var row = faults.isEmpty()
                    ? outcome(rows.size(), outcomes.next(), most, language)
                    : failed(rows.size(), faults, most, language);
            listed += row.errors() == null ? 0 : row.errors().size();
            rows.add(row);
        }
        var failed = rows.stream().filter(row -> !row.success()).count();
        var existing = rows.stream()
                .filter(row -> Boolean.TRUE.equals(row.duplicateSale()))
                .count();
        return Answer.ok("sales.bulk", new SalesBody(rows.size() - existing - failed, existing, failed, rows));
    }

    private SaleRow outcome(int index, PlaceOrder.Result result, int most, Locale language) {
        return switch (result) {
            case PlaceOrder.Result.Placed(var order, var _) -> succeeded(index, order, false);
            case PlaceOrder.Result.PlacedBefore(var order) -> succeeded(index, order, false);
            case PlaceOrder.Result.SoldBefore(var order) -> succeeded(index, order, true);
            case Refusal refusal -> failed(index, refusal.violations(), most, language);
        };
    }

    private static SaleRow succeeded(int index, OrderView order, boolean duplicate) {
        return new SaleRow(index, true, order.id(), order.publicId(), duplicate, null);
    }

    private SaleRow failed(int index, List<Violation> faults, int most, Locale language) {
        return new SaleRow(index, false, null, null, null, writer.errors(Violations.first(most, faults), language));
    }

    /** The command of a sale, unless something is wrong with it that can be known before. */
    private Optional<PlaceOrder> checked(Bound<OrderRequest> sale, Caller caller) {
        var request = sale.value();
        var said = request.said(caller.id(), caller.zone());
        var source = OrderController.sourceOf(caller);
        request.checkAddress(geography, sale.problems());
        known.checkSoldAt(caller, said, clock.instant(), sale.problems());
        if (request.saleId() == null && !sale.problems().has("saleId")) {
            sale.problems().add("saleId", "field.required");
        }
        if (request.soldAt() == null && !sale.problems().has("soldAt")) {
            sale.problems().add("soldAt", "field.required");
        }
        if (sale.problems().isEmpty()) {
            return Optional.of(request.command(source, caller.currency(), geography, said));
        }
        known.addViolationsOfSale(caller, request, said, sale.problems());
        var question = request.question(request.discountCode(), source, sale.problems());
        known.addViolations(caller, List.of(sale.problems()), List.of(question));
        return Optional.empty();
    }
}
