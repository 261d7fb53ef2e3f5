package iq.sendy.dashboard.orders;

import iq.sendy.customers.Customers;
import iq.sendy.dashboard.TypedSearch;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Who buys at the store. */
@PageController
class CustomerListController {

    static final String CUSTOMERS = "/app/customers";
    private static final int ROWS = 50;
    private final Customers customers;

    CustomerListController(Customers customers) {
        this.customers = customers;
    }

    @GetMapping(CUSTOMERS)
    @Allows(permission = "customers.view")
    ModelAndView list(@RequestParam(name = "q", defaultValue = "") String typed, Paging paging, Caller caller) {
        var q = TypedSearch.of(typed);
        var page = customers.list(
                caller.store(), q.isEmpty() ? null : q, new Paging(1, ROWS, paging.cursor(), paging.seal()));
        var next = page.nextCursor();
        var model = new HashMap<String, @Nullable Object>();
        model.put("q", q);
        model.put("rows", page.items());
        model.put("newest", paging.cursor() == null ? null : link(q, ""));
        model.put("older", next == null ? null : link(q, next));
        return new ModelAndView("dashboard/orders/customers", model);
    }

    private static String link(String q, String cursor) {
        return UriComponentsBuilder.fromPath(CUSTOMERS)
                .queryParam("q", "{q}")
                .queryParam("cursor", "{cursor}")
                .encode()
                .buildAndExpand(q, cursor)
                .toUriString();
    }
}
