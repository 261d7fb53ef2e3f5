package iq.sendy.dashboard.goods;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.PurchaseOrderItem;
import iq.sendy.purchasing.PurchaseOrderStatus;
import iq.sendy.purchasing.PurchaseOrders;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a purchase order: what was ordered, what came of it, and where what comes now is written down. */
@Component
class PurchasePage {

    /** Lines of one delivery; a form has room for few fields. */
    private static final int MOST = 100;

    private final PurchaseOrders orders;

    PurchasePage(PurchaseOrders orders) {
        this.orders = orders;
    }

    /** The purchase order that a path names, or 404. */
    PurchaseOrder find(Caller caller, UUID order) {
        return orders.find(caller.store(), order).orElseThrow(RequestRejected::notFound);
    }

    static String path(UUID order) {
        return GoodsPaths.RECEIVING + "/" + order;
    }

    static boolean mayChange(Caller caller) {
        return caller.missing("purchase_orders.manage", "purchasing:write") == null;
    }

    static boolean receives(PurchaseOrder order) {
        return order.status() == PurchaseOrderStatus.SENT || order.status() == PurchaseOrderStatus.PARTIALLY_RECEIVED;
    }

    /** With all that is open filled in. */
    static PageForm everything(PurchaseOrder order) {
        return filled(order, true);
    }

    /** With nothing filled in, to be counted piece by piece. */
    static PageForm nothing(PurchaseOrder order) {
        return filled(order, false);
    }

    private static PageForm filled(PurchaseOrder order, boolean open) {
        var form = PageForm.empty().with("seen", order.pieces());
        var i = 0;
        for (var item : order.items().stream()
                .filter(each -> each.open() > 0)
                .limit(MOST)
                .toList()) {
            form = form.with("items[" + i + "].itemId", item.id())
                    .with("items[" + i + "].accepted", open ? item.open() : 0)
                    .with("items[" + i + "].rejected", 0);
            i++;
        }
        return form;
    }

    ModelAndView show(PurchaseOrder order, PageForm form, Caller caller) {
        var details = order.details();
        var mayChange = mayChange(caller);
        var model = new HashMap<String, @Nullable Object>();
        model.put("order", order);
        model.put("look", PurchaseLook.of(order.status()));
        model.put("form", form);
        model.put(
                "open",
                order.items().stream()
                        .filter(item -> item.open() > 0)
                        .limit(MOST)
                        .toList());
        model.put(
                "came",
                order.items().stream().mapToLong(PurchaseOrderItem::received).sum());
        model.put("total", order.sums().subTotal() + details.additionalFees());
        model.put("mayChange", mayChange);
        model.put("mayReceive", mayChange && receives(order));
        model.put("mayEdit", mayChange && order.status() == PurchaseOrderStatus.DRAFT);
        model.put("mayAttach", mayChange && order.attachments().size() < 3);
        return new ModelAndView(
                "dashboard/goods/purchase", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }
}
