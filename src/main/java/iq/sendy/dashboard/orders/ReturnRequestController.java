package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.kernel.Digits;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.returns.RequestReturn;
import iq.sendy.returns.Returns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asking for pieces of a delivered order to come back. */
@PageController
class ReturnRequestController {

    private static final String PATH = DashboardPaths.ORDERS + "/{order}/return";

    private final Returns returns;
    private final OrderPage page;
    private final PageReaders readers;

    ReturnRequestController(Returns returns, OrderPage page, PageReaders readers) {
        this.returns = returns;
        this.page = page;
        this.readers = readers;
    }

    private record PieceDraft(
            @Required @ReferenceTo("order_item") UUID orderItemId,
            @Required @Whole(min = 1, max = 10_000) Long quantity) {}

    private record PiecesDraft(
            @Text(Text.REASON) @Nullable String reason,
            @Size(min = 1, max = 200) @Nullable List<@Nullable PieceDraft> items) {

        RequestReturn command() {
            return new RequestReturn(
                    reason,
                    items == null
                            ? null
                            : items.stream()
                                    .map(Objects::requireNonNull)
                                    .map(item -> new RequestReturn.Piece(item.orderItemId(), item.quantity()))
                                    .toList());
        }
    }

    @GetMapping(PATH)
    @Allows(permission = "returns.manage")
    ModelAndView show(@PathVariable("order") String written, Caller caller) {
        var order = page.find(caller, OrderPage.ref(written)).order();
        if (order.status() != OrderStatus.DELIVERED) {
            return PageRedirect.to(OrderPage.path(order) + "?said=returns.notDelivered");
        }
        var left = returns.left(caller.store(), order);
        var form = PageForm.empty();
        for (var i = 0; i < order.lines().size(); i++) {
            form = form.with(
                    "items[" + i + "].quantity", left.get(order.lines().get(i).id()));
        }
        return show(order, form, caller);
    }

    @PostMapping(PATH)
    @Allows(permission = "returns.manage")
    ModelAndView request(
            @PathVariable("order") String written,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var order = page.find(caller, OrderPage.ref(written)).order();
        var reader = readers.of(caller, language);
        var sent = request.getParameterMap();
        var pieces = pieces(order, sent);
        var bound = FormBinder.bind(PiecesDraft.class, pieces, caller.currency());
        if (!order.lines().isEmpty() && bound.value().items() == null) {
            // Nothing that is chosen is not all there is.
            bound.problems().add("items", "field.required");
        }
        if (!bound.problems().isEmpty()) {
            var faults = reader.faults(atTheirLines(bound.problems().faults(), order, sent));
            return show(order, PageForm.sent(sent).withFaults(faults), caller);
        }
        var ref = new OrderRef.ById(order.id());
        return switch (returns.request(caller.store(), actor, ref, bound.value().command())) {
            case RequestReturn.Result.Requested(var requested) ->
                PageRedirect.to(ReturnListController.RETURNS + "/" + requested.id() + "?said=returns.requested");
            case RequestReturn.Result.NoSuchOrder _ -> throw RequestRejected.notFound();
            case Refusal refusal -> {
                var violations = refusal.violations();
                var faults = reader.faults(atTheirLines(violations, order, sent));
                yield show(order, PageForm.sent(sent).withFaults(faults), caller);
            }
        };
    }

    private ModelAndView show(OrderView order, PageForm form, Caller caller) {
        var model = new HashMap<String, @Nullable Object>();
        var pictured = page.pictured(order, caller);
        model.put("order", order);
        model.put("form", form);
        model.put(
                "lines",
                IntStream.range(0, pictured.size())
                        .mapToObj(i -> new ReturnLine(
                                i,
                                pictured.get(i).line(),
                                pictured.get(i).line().quantity(),
                                pictured.get(i).picture()))
                        .toList());
        return new ModelAndView(
                "dashboard/orders/return-request", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    /** The lines of which something comes back, numbered anew: of the others nothing is asked. */
    private static Map<String, String[]> pieces(OrderView order, Map<String, String[]> sent) {
        var pieces = new HashMap<String, String[]>();
        var reason = sent.get("reason");
        if (reason != null) {
            pieces.put("reason", reason);
        }
        var wanted = wanted(order, sent);
        for (var i = 0; i < wanted.size(); i++) {
            var line = wanted.get(i);
            pieces.put(
                    "items[" + i + "].orderItemId",
                    new String[] {order.lines().get(line).id().toString()});
            pieces.put("items[" + i + "].quantity", new String[] {quantity(line, sent)});
        }
        return pieces;
    }

    private static List<Integer> wanted(OrderView order, Map<String, String[]> sent) {
        return IntStream.range(0, order.lines().size())
                .filter(line -> !Digits.toAscii(quantity(line, sent).strip()).equals("0"))
                .boxed()
                .toList();
    }

    private static String quantity(int line, Map<String, String[]> sent) {
        var values = sent.get("items[" + line + "].quantity");
        return values == null || values.length == 0 ? "0" : values[values.length - 1];
    }

    /** As the form numbers them. */
    private static List<Violation> atTheirLines(
            List<Violation> violations, OrderView order, Map<String, String[]> sent) {
        var wanted = wanted(order, sent);
        return violations.stream()
                .map(violation -> {
                    var field = violation.field();
                    if (field == null || !field.startsWith("items[")) {
                        return violation;
                    }
                    var end = field.indexOf(']');
                    var line = wanted.get(Integer.parseInt(field.substring("items[".length(), end)));
                    return new Violation(
                            "items[" + line + field.substring(end),
                            violation.code(),
                            violation.text(),
                            violation.arguments(),
                            violation.more());
                })
                .toList();
    }
}
