package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductFilter;
import iq.sendy.catalog.Products;
import iq.sendy.dashboard.PageTab;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.inventory.StockItems;
import iq.sendy.inventory.StockLevel;
import iq.sendy.inventory.StockLevels;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.stores.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** What is on the shelves: everything, or what runs out. */
@PageController
class StockListController {

    private static final int ROWS = 50;
    private static final String LOW = "low";

    private final StockLevels levels;
    private final StockItems items;
    private final Products products;
    private final Settings storeSettings;
    private final PageTrips trips;
    private final PageReaders readers;

    StockListController(
            StockLevels levels,
            StockItems items,
            Products products,
            Settings storeSettings,
            PageTrips trips,
            PageReaders readers) {
        this.levels = levels;
        this.items = items;
        this.products = products;
        this.storeSettings = storeSettings;
        this.trips = trips;
        this.readers = readers;
    }

    @GetMapping(GoodsPaths.STOCK)
    @Allows(permission = "inventory.view")
    ModelAndView list(
            @RequestParam(name = "tab", defaultValue = "") String tab,
            HttpServletRequest request,
            Paging paging,
            Caller caller,
            Locale language) {
        var q = ProductSearchForm.text(request::getParameter, "q");
        var low = tab.equals(LOW);
        var few = storeSettings.of(caller.store()).lowStockThreshold();
        var page = page(q, low, few, new Paging(1, ROWS, paging.cursor(), paging.seal()), caller);
        var model = new HashMap<String, @Nullable Object>();
        model.put("q", q);
        model.put("few", few);
        model.put("tabs", tabs(low, few, caller, readers.of(caller, language)));
        model.put("low", low);
        model.put("rows", page.items());
        model.put("mayChange", caller.missing("inventory.manage", "catalog:write") == null);
        model.put("newest", paging.cursor() == null ? null : from(q, low, null));
        model.put("older", page.nextCursor() == null ? null : from(q, low, page.nextCursor()));
        return new ModelAndView("dashboard/goods/stock", model);
    }

    /** What is searched for is a product, so the catalogue finds it. */
    private Page<StockLevel> page(String q, boolean low, long few, Paging paging, Caller caller) {
        if (q.isEmpty()) {
            return low ? levels.low(caller.store(), few, paging) : levels.list(caller.store(), paging);
        }
        var found = products.list(caller.store(), new ProductFilter(q, null, null, null), paging);
        var ids = found.items().stream().map(each -> each.product().id()).toList();
        return new Page<>(
                levels.of(caller.store(), ids).stream()
                        .filter(level -> !low || (level.tracked() && level.available() <= few))
                        .toList(),
                found.page(),
                found.pageSize(),
                found.totalCount(),
                found.totalPages(),
                found.nextCursor());
    }

    private List<PageTab> tabs(boolean low, long few, Caller caller, PageReader reader) {
        var count = items.countLow(caller.store(), few);
        trips.ask(List.of(count));
        var running = Objects.requireNonNull(count.single());
        return List.of(
                new PageTab(GoodsPaths.STOCK, reader.say("stock.tab.all"), null, !low),
                new PageTab(
                        from("", true, null),
                        reader.say("stock.tab.low"),
                        running == 0 ? null : reader.number(running),
                        low));
    }

    private static String from(String q, boolean low, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath(GoodsPaths.STOCK);
        ProductSearchForm.add(address, "tab", low ? LOW : "");
        ProductSearchForm.add(address, "q", q);
        ProductSearchForm.add(address, "cursor", cursor == null ? "" : cursor);
        return address.encode().build().toUriString();
    }
}
