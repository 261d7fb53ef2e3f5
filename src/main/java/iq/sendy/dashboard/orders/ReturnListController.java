package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.PageTab;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.returns.ReturnView;
import iq.sendy.returns.Returns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** What customers send back, by what is to be done with it. */
@PageController
class ReturnListController {

    static final String RETURNS = "/app/returns";
    private static final int ROWS = 50;

    private final Returns returns;
    private final Orders orders;
    private final PageReaders readers;

    ReturnListController(Returns returns, Orders orders, PageReaders readers) {
        this.returns = returns;
        this.orders = orders;
        this.readers = readers;
    }

    @GetMapping(RETURNS)
    @Allows(permission = "returns.view")
    ModelAndView list(
            @RequestParam(name = "tab", defaultValue = "") String wanted,
            Paging paging,
            Caller caller,
            Locale language) {
        var tab = ReturnTab.of(wanted);
        var page = returns.list(caller.store(), tab.statuses(), new Paging(1, ROWS, paging.cursor(), paging.seal()));
        var next = page.nextCursor();
        var model = new HashMap<String, @Nullable Object>();
        model.put("tabs", tabs(tab, readers.of(caller, language)));
        model.put("none", tab.none());
        model.put("rows", rows(page.items(), caller));
        model.put("newest", paging.cursor() == null ? null : link(tab, null));
        model.put("older", next == null ? null : link(tab, next));
        return new ModelAndView("dashboard/orders/returns", model);
    }

    private List<ReturnRow> rows(List<ReturnView> found, Caller caller) {
        var refs = found.stream()
                .map(request -> request.orderId())
                .distinct()
                .<OrderRef>map(OrderRef.ById::new)
                .toList();
        var known = orders.findAll(caller.store(), refs).stream()
                .collect(Collectors.toMap(OrderView::id, Function.identity()));
        return found.stream()
                .map(request -> ReturnRow.of(request, Objects.requireNonNull(known.get(request.orderId()))))
                .toList();
    }

    private static List<PageTab> tabs(ReturnTab current, PageReader reader) {
        return Arrays.stream(ReturnTab.values())
                .map(tab -> new PageTab(link(tab, null), reader.say(tab.key()), null, tab == current))
                .toList();
    }

    private static String link(ReturnTab tab, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath(RETURNS).queryParam("tab", tab.word());
        if (cursor != null) {
            address.queryParam("cursor", "{cursor}");
            return address.encode().buildAndExpand(cursor).toUriString();
        }
        return address.encode().build().toUriString();
    }
}
