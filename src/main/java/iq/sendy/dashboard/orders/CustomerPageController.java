package iq.sendy.dashboard.orders;

import iq.sendy.customers.CustomerView;
import iq.sendy.customers.Customers;
import iq.sendy.kernel.Uuids;
import iq.sendy.orders.OrderFilter;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One customer: what came of the orders, and what the shop says of them. */
@PageController
class CustomerPageController {

    private static final String ONE = CustomerListController.CUSTOMERS + "/{id}";

    private final Customers customers;
    private final Orders orders;
    private final OrderLines lines;
    private final PageReaders readers;

    CustomerPageController(Customers customers, Orders orders, OrderLines lines, PageReaders readers) {
        this.customers = customers;
        this.orders = orders;
        this.lines = lines;
        this.readers = readers;
    }

    @GetMapping(ONE)
    @Allows(permission = "customers.view")
    ModelAndView show(@PathVariable("id") String id, Paging paging, Caller caller, Locale language) {
        var customer = find(id, caller);
        return show(customer, CustomerDraft.form(customer.about()), paging, caller, readers.of(caller, language));
    }

    @PostMapping(ONE)
    @Allows(permission = "customers.manage")
    ModelAndView change(
            @PathVariable("id") String id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var customer = find(id, caller);
        var sent = request.getParameterMap();
        var bound = FormBinder.bind(
                CustomerDraft.class,
                CustomerDraft.apart(sent),
                caller.currency(),
                CustomerDraft.form(customer.about()).values());
        if (!bound.problems().isEmpty()) {
            var reader = readers.of(caller, language);
            var form = reader.refused(sent, bound.problems().faults());
            return show(customer, form, Paging.first(), caller, reader);
        }
        var changed = customers.change(caller.store(), actor, customer.id(), bound.value()::over);
        if (changed.isEmpty()) {
            throw RequestRejected.notFound();
        }
        return PageRedirect.to(path(customer) + "?said=customers.saved");
    }

    private CustomerView find(String id, Caller caller) {
        return Uuids.parse(id)
                .flatMap(customer -> customers.find(caller.store(), customer))
                .orElseThrow(RequestRejected::notFound);
    }

    private static String path(CustomerView customer) {
        return CustomerListController.CUSTOMERS + "/" + customer.id();
    }

    private ModelAndView show(CustomerView customer, PageForm form, Paging paging, Caller caller, PageReader reader) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("customer", customer);
        model.put("form", form);
        model.put("mayManage", caller.missing("customers.manage", "customers:write") == null);
        var maySeeOrders = caller.missing("orders.view", "orders:read") == null;
        model.put("maySeeOrders", maySeeOrders);
        if (maySeeOrders) {
            putOrders(model, customer, paging, caller, reader);
        }
        return new ModelAndView(
                "dashboard/orders/customer", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    private void putOrders(
            Map<String, @Nullable Object> model,
            CustomerView customer,
            Paging paging,
            Caller caller,
            PageReader reader) {
        var filter = new OrderFilter(
                List.of(), List.of(), customer.phone(), null, null, OrderFilter.Created.ANY_TIME, null, null);
        var page = orders.list(caller.store(), filter, paging);
        model.put("rows", lines.rows(page.items(), caller, reader));
        model.put("newest", paging.cursor() == null ? null : path(customer));
        model.put("older", page.nextCursor() == null ? null : path(customer) + "?cursor=" + page.nextCursor());
    }
}
