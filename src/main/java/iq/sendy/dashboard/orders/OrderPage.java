package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderSteps;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.orders.TimelineEntry;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.returns.ReturnView;
import iq.sendy.returns.Returns;
import iq.sendy.stores.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one order: where it stands, what comes next, what it costs and why, and all that happened to it. */
@Component
class OrderPage {

    private final Orders orders;
    private final Returns returns;
    private final Settings storeSettings;
    private final OrderLines lines;
    private final OrderPictures pictures;
    private final CustomerHistory history;

    OrderPage(
            Orders orders,
            Returns returns,
            Settings storeSettings,
            OrderLines lines,
            OrderPictures pictures,
            CustomerHistory history) {
        this.orders = orders;
        this.returns = returns;
        this.storeSettings = storeSettings;
        this.lines = lines;
        this.pictures = pictures;
        this.history = history;
    }

    /** The order that a path names, or 404. */
    OrderDetails find(Caller caller, OrderRef ref) {
        return orders.find(caller.store(), ref).orElseThrow(RequestRejected::notFound);
    }

    /** What a path names an order by, or 404. */
    static OrderRef ref(String written) {
        return OrderRef.parse(written).orElseThrow(RequestRejected::notFound);
    }

    static String path(OrderView order) {
        return path(order.id());
    }

    static String path(UUID order) {
        return DashboardPaths.ORDERS + "/" + order;
    }

    /** @param form of a step with its note, as it was sent where something was wrong with it */
    ModelAndView show(OrderRef ref, Caller caller, PageReader reader, PageForm form) {
        var found = find(caller, ref);
        var order = found.order();
        var model = new HashMap<String, @Nullable Object>();
        model.put("order", order);
        model.put("form", form);
        model.put("look", OrderLook.of(order.status()));
        model.put("region", lines.region(order, reader.language()));
        var standing = history.of(order, caller);
        model.put("person", standing == null ? null : standing.id());
        model.put("lines", pictured(order, caller));
        model.put("timeline", steps(found.timeline(), reader));
        model.put("mayMove", OrderLines.mayMove(caller));
        model.put("mayChange", OrderLines.mayMove(caller) && OrderSteps.changeable(order));
        model.put("mayReturn", mayReturn(order, caller));
        model.put("returns", returnsOf(order, caller));
        putSteps(model, order, caller);
        return new ModelAndView(
                "dashboard/orders/order", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    /** Its lines with their pictures. */
    List<LinePicture> pictured(OrderView order, Caller caller) {
        var found = pictures.of(
                caller.store(),
                order.lines().stream().map(line -> line.productId()).distinct().toList());
        return order.lines().stream()
                .map(line -> new LinePicture(line, found.get(line.productId())))
                .toList();
    }

    /** The one that its main button takes, and the others; cancelling is asked first and stands by itself. */
    private void putSteps(Map<String, @Nullable Object> model, OrderView order, Caller caller) {
        if (!OrderLines.mayMove(caller)) {
            model.put("others", List.of());
            return;
        }
        var settings = storeSettings.of(caller.store());
        var steps = OrderSteps.of(order, settings);
        var next = OrderSteps.next(order, settings).orElse(null);
        model.put("next", next);
        model.put("mayCancel", steps.contains(OrderStatus.CANCELLED));
        model.put(
                "others",
                steps.stream()
                        .filter(step -> step != next && step != OrderStatus.CANCELLED)
                        .toList());
    }

    private static boolean mayReturn(OrderView order, Caller caller) {
        return order.status() == OrderStatus.DELIVERED && ReturnLines.mayDecide(caller);
    }

    /** Only what was delivered ever comes back as a return. */
    private List<ReturnView> returnsOf(OrderView order, Caller caller) {
        var status = order.status();
        var delivered = status == OrderStatus.DELIVERED || status == OrderStatus.RETURNED;
        return delivered && ReturnLines.maySee(caller)
                ? returns.listOf(caller.store(), new OrderRef.ById(order.id()), Paging.first())
                        .map(page -> page.items())
                        .orElseGet(List::of)
                : List.of();
    }

    private static List<OrderStep> steps(List<TimelineEntry> timeline, PageReader reader) {
        return timeline.reversed().stream()
                .map(entry -> OrderStep.of(entry, by(entry, reader)))
                .toList();
    }

    /** People by their names; what is no person by what it is. */
    private static @Nullable String by(TimelineEntry entry, PageReader reader) {
        return switch (entry.actorKind()) {
            case "buyer" -> reader.say("order.by.buyer");
            case "agent" -> reader.say("order.by.agent");
            case "key" -> reader.say("order.by.key", entry.actorName() == null ? "" : entry.actorName());
            default -> entry.actorName();
        };
    }
}
