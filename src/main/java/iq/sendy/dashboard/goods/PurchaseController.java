package iq.sendy.dashboard.goods;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.purchasing.ChangePurchaseOrder;
import iq.sendy.purchasing.DeletePurchaseOrder;
import iq.sendy.purchasing.PurchaseOrderStatus;
import iq.sendy.purchasing.PurchaseOrders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One purchase order: sent off, cancelled, and deleted while it is a draft. */
@PageController
class PurchaseController {

    private final PurchaseOrders orders;
    private final PurchasePage page;
    private final PageReaders readers;

    PurchaseController(PurchaseOrders orders, PurchasePage page, PageReaders readers) {
        this.orders = orders;
        this.page = page;
        this.readers = readers;
    }

    @GetMapping(GoodsPaths.PURCHASE)
    @Allows(permission = "purchase_orders.view")
    ModelAndView show(
            @PathVariable("order") UUID id,
            @RequestParam(name = "count", defaultValue = "") String count,
            Caller caller) {
        var order = page.find(caller, id);
        return page.show(order, count.isEmpty() ? PurchasePage.everything(order) : PurchasePage.nothing(order), caller);
    }

    @PostMapping(GoodsPaths.PURCHASE + "/send")
    @Allows(permission = "purchase_orders.manage")
    ModelAndView send(@PathVariable("order") UUID id, Caller caller, Actor actor) {
        return step(id, PurchaseOrderStatus.SENT, "purchases.sent", caller, actor);
    }

    /** What came stays; what is open does not come any more. */
    @PostMapping(GoodsPaths.PURCHASE + "/cancel")
    @Allows(permission = "purchase_orders.manage")
    ModelAndView cancel(
            @PathVariable("order") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var order = page.find(caller, id);
        if (!AskFirst.sure(request.getParameterMap())) {
            var reader = readers.of(caller, language);
            return new AskFirst(
                            reader.say("purchase.cancel.sure", order.number()),
                            reader.say("purchase.cancel.why"),
                            reader.say("purchase.cancel"),
                            PurchasePage.path(id) + "/cancel",
                            PurchasePage.path(id),
                            AskFirst.fields(request.getParameterMap()))
                    .page();
        }
        return step(id, PurchaseOrderStatus.CANCELLED, "purchases.cancelled", caller, actor);
    }

    private ModelAndView step(UUID id, PurchaseOrderStatus to, String said, Caller caller, Actor actor) {
        var command = new ChangePurchaseOrder(id, caller.currency(), UnaryOperator.identity(), null, to, null);
        return switch (orders.change(caller.store(), actor, command)) {
            case ChangePurchaseOrder.Result.Changed _ -> back(id, said);
            case ChangePurchaseOrder.Result.NoSuchOrder _ -> throw RequestRejected.notFound();
            // A button that was tapped twice finds it done.
            case Refusal _ -> back(id, page.find(caller, id).status() == to ? said : "purchases.moved");
        };
    }

    @PostMapping(GoodsPaths.PURCHASE + "/delete")
    @Allows(permission = "purchase_orders.manage")
    ModelAndView delete(
            @PathVariable("order") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var order = page.find(caller, id);
        if (!AskFirst.sure(request.getParameterMap())) {
            var number = Long.toString(order.number());
            return AskFirst.deletion("purchase", number, PurchasePage.path(id), readers.of(caller, language))
                    .page();
        }
        return switch (orders.delete(caller.store(), actor, new DeletePurchaseOrder(id))) {
            case DeletePurchaseOrder.Result.Deleted _ ->
                PageRedirect.to(GoodsPaths.RECEIVING + "?tab=drafts&said=purchases.deleted");
            case DeletePurchaseOrder.Result.NoSuchOrder _ -> throw RequestRejected.notFound();
            case DeletePurchaseOrder.Result.PaidFor _ -> back(id, "purchases.paid");
            case DeletePurchaseOrder.Result.NoDraft _ -> back(id, "purchases.moved");
        };
    }

    private static ModelAndView back(UUID id, String said) {
        return PageRedirect.to(PurchasePage.path(id) + "?said=" + said);
    }
}
