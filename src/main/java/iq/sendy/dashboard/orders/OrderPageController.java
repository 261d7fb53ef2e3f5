package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.orders.MoveOrder;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.printing.OrderPapers;
import iq.sendy.printing.PaperFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One order: its page, cancelling it, and its papers. */
@PageController
class OrderPageController {

    private static final String ONE = DashboardPaths.ORDERS + "/{order}";

    private final Orders orders;
    private final OrderPapers papers;
    private final OrderPage page;
    private final PageReaders readers;

    OrderPageController(Orders orders, OrderPapers papers, OrderPage page, PageReaders readers) {
        this.orders = orders;
        this.papers = papers;
        this.page = page;
        this.readers = readers;
    }

    @GetMapping(ONE)
    @Allows(permission = "orders.view")
    ModelAndView show(@PathVariable("order") String order, Caller caller, Locale language) {
        return page.show(OrderPage.ref(order), caller, readers.of(caller, language), PageForm.empty());
    }

    /** Asks why; with the answer it is cancelled. */
    @PostMapping(ONE + "/cancel")
    @Allows(permission = "orders.manage")
    ModelAndView cancel(
            @PathVariable("order") String written,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var order = page.find(caller, OrderPage.ref(written)).order();
        var path = OrderPage.path(order);
        var reason = CancelReason.read(request.getParameterMap(), caller, readers.of(caller, language));
        if (!AskFirst.sure(request.getParameterMap()) || reason.form().isFaulty()) {
            return reason.asked(order, path + "/cancel", path);
        }
        return switch (orders.cancel(caller.store(), actor, OrderPage.ref(written), reason.text())) {
            case MoveOrder.Result.Moved _ -> PageRedirect.to(path + "?said=orders.cancelled");
            case MoveOrder.Result.NoSuchOrder _ -> throw RequestRejected.notFound();
            case MoveOrder.Result.Forbidden(var from, var _) ->
                PageRedirect.to(
                        path + "?said=" + (from == OrderStatus.CANCELLED ? "orders.cancelled" : "orders.elsewhere"));
        };
    }

    @GetMapping(ONE + "/receipt")
    @Allows(permission = "orders.view")
    void receipt(@PathVariable("order") String order, Caller caller, HttpServletResponse response) throws IOException {
        papers.receipt(caller.store(), OrderPage.ref(order), PaperFormat.PDF)
                .orElseThrow(RequestRejected::notFound)
                .send(response);
    }

    @GetMapping(ONE + "/label")
    @Allows(permission = "orders.view")
    void label(@PathVariable("order") String order, Caller caller, HttpServletResponse response) throws IOException {
        papers.label(caller.store(), OrderPage.ref(order), PaperFormat.PDF)
                .orElseThrow(RequestRejected::notFound)
                .send(response);
    }
}
