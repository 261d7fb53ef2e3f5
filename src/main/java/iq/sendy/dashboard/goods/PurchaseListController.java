package iq.sendy.dashboard.goods;

import iq.sendy.dashboard.PageTab;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.PurchaseOrderItem;
import iq.sendy.purchasing.PurchaseOrderStatus;
import iq.sendy.purchasing.PurchaseOrders;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was ordered of suppliers, by what is to be done with it. */
@PageController
class PurchaseListController {

    private static final int ROWS = 50;

    private final PurchaseOrders orders;
    private final PageReaders readers;

    PurchaseListController(PurchaseOrders orders, PageReaders readers) {
        this.orders = orders;
        this.readers = readers;
    }

    /** Tab of the list. */
    enum PurchaseTab {
        OPEN,
        DRAFTS,
        DONE;

        List<PurchaseOrderStatus> statuses() {
            return switch (this) {
                case OPEN -> List.of(PurchaseOrderStatus.SENT, PurchaseOrderStatus.PARTIALLY_RECEIVED);
                case DRAFTS -> List.of(PurchaseOrderStatus.DRAFT);
                case DONE -> List.of(PurchaseOrderStatus.RECEIVED, PurchaseOrderStatus.CANCELLED);
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static PurchaseTab of(String word) {
            return Arrays.stream(values())
                    .filter(tab -> tab.word().equals(word))
                    .findFirst()
                    .orElse(OPEN);
        }
    }

    /** A line of the list. */
    record PurchaseRow(PurchaseOrder order, PurchaseLook look, long ordered, long total) {

        static PurchaseRow of(PurchaseOrder order) {
            return new PurchaseRow(
                    order,
                    PurchaseLook.of(order.status()),
                    order.items().stream()
                            .mapToLong(PurchaseOrderItem::quantity)
                            .sum(),
                    order.sums().subTotal() + order.details().additionalFees());
        }
    }

    @GetMapping(GoodsPaths.RECEIVING)
    @Allows(permission = "purchase_orders.view")
    ModelAndView list(
            @RequestParam(name = "tab", defaultValue = "") String word, Paging paging, Caller caller, Locale language) {
        var tab = PurchaseTab.of(word);
        var page = orders.list(caller.store(), tab.statuses(), new Paging(1, ROWS, paging.cursor(), paging.seal()));
        var here = GoodsPaths.RECEIVING + "?tab=" + tab.word();
        var model = new HashMap<String, @Nullable Object>();
        model.put("tab", tab.word());
        model.put("tabs", tabs(tab, readers.of(caller, language)));
        model.put("rows", page.map(PurchaseRow::of).items());
        model.put("mayChange", caller.missing("purchase_orders.manage", "purchasing:write") == null);
        model.put("newest", paging.cursor() == null ? null : here);
        model.put("older", page.nextCursor() == null ? null : here + "&cursor=" + page.nextCursor());
        return new ModelAndView("dashboard/goods/purchases", model);
    }

    private static List<PageTab> tabs(PurchaseTab current, PageReader reader) {
        return Arrays.stream(PurchaseTab.values())
                .map(tab -> new PageTab(
                        GoodsPaths.RECEIVING + "?tab=" + tab.word(),
                        reader.say("purchases.tab." + tab.word()),
                        null,
                        tab == current))
                .toList();
    }
}
