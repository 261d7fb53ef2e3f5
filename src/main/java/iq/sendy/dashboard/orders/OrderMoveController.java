package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.orders.MoveOrder;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Moves orders along from the list: one by its button, or many that were chosen. */
@PageController
class OrderMoveController {

    /** What a page of the list holds, and some. */
    private static final int MOST = 100;

    private final Orders orders;
    private final OrderPage page;
    private final PageReaders readers;

    OrderMoveController(Orders orders, OrderPage page, PageReaders readers) {
        this.orders = orders;
        this.page = page;
        this.readers = readers;
    }

    /**
     * An order that stayed where it was.
     *
     * @param reason why, in words
     */
    record OrderLeft(OrderRef.ById ref, long number, String reason) {}

    private record MoveDraft(@Text(Text.REASON) @Nullable String note) {}

    @PostMapping(DashboardPaths.ORDERS + "/{order}/move")
    @Allows(permission = "orders.manage")
    ModelAndView move(
            @PathVariable("order") String order,
            @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "back", defaultValue = DashboardPaths.ORDERS) String back,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var ref = OrderPage.ref(order);
        var status = status(to).orElseThrow(RequestRejected::notFound);
        var sent = request.getParameterMap();
        var bound = FormBinder.bind(MoveDraft.class, sent, caller.currency());
        if (!bound.problems().isEmpty()) {
            var reader = readers.of(caller, language);
            var faults = reader.faults(bound.problems().faults());
            return page.show(ref, caller, reader, PageForm.sent(sent).withFaults(faults));
        }
        var note = bound.value().note();
        return switch (orders.move(caller.store(), actor, ref, new MoveOrder(status, note, null))) {
            case MoveOrder.Result.Moved _ -> back(back, "orders.moved");
            case MoveOrder.Result.NoSuchOrder _ -> throw RequestRejected.notFound();
            // A button that was tapped twice, or by two: it is where it was to go.
            case MoveOrder.Result.Forbidden(var from, var _) ->
                back(back, from == status ? "orders.moved" : "orders.elsewhere");
        };
    }

    @PostMapping(DashboardPaths.ORDERS + "/move")
    @Allows(permission = "orders.manage")
    ModelAndView moveMany(
            @RequestParam(name = "order", defaultValue = "") List<String> chosen,
            @RequestParam(name = "target", defaultValue = "") String to,
            @RequestParam(name = "back", defaultValue = DashboardPaths.ORDERS) String back,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var reader = readers.of(caller, language);
        var refs = chosen.stream()
                .distinct()
                .limit(MOST)
                .flatMap(OrderMoveController::byId)
                .toList();
        var status = status(to);
        if (refs.isEmpty() || status.isEmpty()) {
            return back(back, refs.isEmpty() ? "orders.noneChosen" : "orders.noStep");
        }
        if (!AskFirst.sure(request.getParameterMap())) {
            return ask(reader, refs.size(), status.get(), DashboardPaths.ours(back), request);
        }
        var left = new ArrayList<OrderLeft>();
        for (var ref : refs) {
            moveOne(caller, actor, ref, status.get(), reader).ifPresent(left::add);
        }
        var moved = refs.size() - left.size();
        return left.isEmpty()
                ? back(back, "orders.movedMany&n=" + moved)
                : new ModelAndView(
                        "dashboard/orders/moved",
                        Map.of("moved", moved, "left", left, "back", DashboardPaths.ours(back)));
    }

    /** Each by itself: one that cannot go keeps no other. Empty when it went. */
    private Optional<OrderLeft> moveOne(
            Caller caller, Actor actor, OrderRef.ById ref, OrderStatus to, PageReader reader) {
        return switch (orders.move(caller.store(), actor, ref, new MoveOrder(to, null, null))) {
            case MoveOrder.Result.Moved _ -> Optional.empty();
            case MoveOrder.Result.NoSuchOrder _ -> Optional.of(new OrderLeft(ref, 0, reader.say("orders.left.gone")));
            case MoveOrder.Result.Forbidden(var from, var _) ->
                from == to ? Optional.empty() : Optional.of(left(caller, ref, from, reader));
        };
    }

    private OrderLeft left(Caller caller, OrderRef.ById ref, OrderStatus from, PageReader reader) {
        var number = orders.findAll(caller.store(), List.of(ref)).stream()
                .mapToLong(order -> order.number())
                .findFirst()
                .orElse(0);
        return new OrderLeft(ref, number, reader.say("orders.left.state", reader.say("order.status." + from)));
    }

    private static ModelAndView ask(
            PageReader reader, int count, OrderStatus to, String back, HttpServletRequest request) {
        var word = reader.say("order.status." + to);
        return new AskFirst(
                        reader.say("orders.ask.title", reader.number(count), word),
                        reader.say("orders.ask.text"),
                        reader.say(OrderLook.move(to)),
                        DashboardPaths.ORDERS + "/move",
                        back,
                        AskFirst.fields(request.getParameterMap()))
                .page();
    }

    private static Stream<OrderRef.ById> byId(String written) {
        return OrderRef.parse(written).stream()
                .flatMap(ref -> ref instanceof OrderRef.ById byId ? Stream.of(byId) : Stream.empty());
    }

    private static Optional<OrderStatus> status(String word) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> status.toString().equals(word))
                .findFirst();
    }

    private static ModelAndView back(String wanted, String said) {
        var back = DashboardPaths.ours(wanted);
        return PageRedirect.to(back + (back.indexOf('?') < 0 ? "?" : "&") + "said=" + said);
    }
}
