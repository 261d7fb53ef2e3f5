package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.dashboard.PageTab;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.orders.ExportFormat;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.sql.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of orders, by what is to be done with them. */
@PageController
class OrderListController {

    private static final int ROWS = 50;

    private final Orders orders;
    private final OrderLines lines;
    private final PageTrips trips;
    private final PageReaders readers;

    OrderListController(Orders orders, OrderLines lines, PageTrips trips, PageReaders readers) {
        this.orders = orders;
        this.lines = lines;
        this.trips = trips;
        this.readers = readers;
    }

    @GetMapping(DashboardPaths.ORDERS)
    @Allows(permission = "orders.view")
    ModelAndView list(HttpServletRequest request, Paging paging, Caller caller, Locale language) {
        var search = OrderSearch.of(request::getParameter);
        var reader = readers.of(caller, language);
        var page = orders.list(
                caller.store(), search.filter(caller.zone()), new Paging(1, ROWS, paging.cursor(), paging.seal()));
        var model = new HashMap<String, @Nullable Object>();
        model.put("search", search);
        model.put("tabs", tabs(search, caller, reader));
        model.put("rows", lines.rows(page.items(), caller, reader));
        model.put("sources", sources(reader));
        model.put("provinces", lines.provinces(reader));
        model.put("here", search.from(paging.cursor() == null ? null : request.getParameter("cursor")));
        model.put("csv", search.file(ExportFormat.CSV));
        model.put("xlsx", search.file(ExportFormat.XLSX));
        model.put("mayMove", OrderLines.mayMove(caller));
        model.put("targets", search.tab().targets());
        model.put("newest", paging.cursor() == null ? null : search.from((String) null));
        model.put("older", page.nextCursor() == null ? null : search.from(page.nextCursor()));
        return new ModelAndView("dashboard/orders/list", model);
    }

    /** With how many are in each, which is kept and not counted; how many there are at all is no work to be done. */
    private List<PageTab> tabs(OrderSearch search, Caller caller, PageReader reader) {
        var counts = new EnumMap<OrderTab, Query<Long>>(OrderTab.class);
        for (var tab : OrderTab.values()) {
            counts.put(tab, tab == OrderTab.ALL ? Query.<Long>none() : orders.countIn(caller.store(), tab.statuses()));
        }
        trips.ask(List.copyOf(counts.values()));
        return Arrays.stream(OrderTab.values())
                .map(tab -> new PageTab(
                        search.in(tab),
                        reader.say(tab.key()),
                        Objects.requireNonNull(counts.get(tab))
                                .first()
                                .map(reader::number)
                                .orElse(null),
                        tab == search.tab()))
                .toList();
    }

    private static List<PageChoice> sources(PageReader reader) {
        return Arrays.stream(OrderSource.values())
                .map(source -> new PageChoice(source.toString(), reader.say(OrderLook.source(source))))
                .toList();
    }
}
