package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.TypedSearch;
import iq.sendy.kernel.Uuids;
import iq.sendy.orders.ChangeAddress;
import iq.sendy.orders.ChangeItems;
import iq.sendy.orders.OrderQuotes;
import iq.sendy.orders.OrderSteps;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.orders.RequestQuote;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.pricing.PricedBasket;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changes of an order that stands: where it goes, and what is in it, until it is handed over. */
@PageController
class OrderEditController {

    private static final String ONE = DashboardPaths.ORDERS + "/{order}";
    private final Orders orders;
    private final OrderQuotes quotes;
    private final OrderPage page;
    private final OrderEditPage editPage;
    private final PageReaders readers;

    OrderEditController(
            Orders orders, OrderQuotes quotes, OrderPage page, OrderEditPage editPage, PageReaders readers) {
        this.orders = orders;
        this.quotes = quotes;
        this.page = page;
        this.editPage = editPage;
        this.readers = readers;
    }

    @GetMapping(ONE + "/edit")
    @Allows(permission = "orders.manage")
    ModelAndView show(
            @PathVariable("order") String written,
            @RequestParam(name = "back", defaultValue = "") String back,
            Caller caller,
            Locale language) {
        var order = page.find(caller, OrderPage.ref(written)).order();
        if (!OrderSteps.changeable(order)) {
            return closed(order);
        }
        var shown = OrderEditPage.stored(order, back(back, order), caller, readers.of(caller, language));
        return editPage.show(shown, caller);
    }

    @PostMapping(ONE + "/address")
    @Allows(permission = "orders.manage")
    ModelAndView address(
            @PathVariable("order") String written,
            @RequestParam(name = "back", defaultValue = "") String back,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var order = page.find(caller, OrderPage.ref(written)).order();
        var reader = readers.of(caller, language);
        var sent = request.getParameterMap();
        var now = OrderEditPage.address(order).values();
        var bound = FormBinder.bind(AddressDraft.class, sent, caller.currency(), now);
        if (!bound.problems().isEmpty()) {
            var form = reader.refused(sent, bound.problems().faults());
            var stored = OrderEditPage.stored(order, back(back, order), caller, reader);
            return editPage.show(
                    new OrderEditPage.ShownEdit(
                            order, stored.back(), form, stored.items(), stored.itemsForm(), null, null),
                    caller);
        }
        var change = bound.value().command();
        return switch (orders.changeAddress(caller.store(), actor, OrderPage.ref(written), change)) {
            case ChangeAddress.Result.Changed _ -> done(back(back, order), "orders.address");
            case ChangeAddress.Result.NoSuchOrder _ -> throw RequestRejected.notFound();
            case ChangeAddress.Result.Closed _ -> closed(order);
        };
    }

    /** Looks for products, adds one, says what it all comes to, or stores it: as the button that was pressed says. */
    @PostMapping(ONE + "/items")
    @Allows(permission = "orders.manage")
    ModelAndView items(
            @PathVariable("order") String written,
            @RequestParam(name = "back", defaultValue = "") String back,
            @RequestParam(name = "step", defaultValue = "look") String step,
            @RequestParam(name = "add", defaultValue = "") String added,
            @RequestParam(name = "q", defaultValue = "") String q,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var order = page.find(caller, OrderPage.ref(written)).order();
        if (!OrderSteps.changeable(order)) {
            return closed(order);
        }
        var sent = ItemsForm.sent(request.getParameterMap());
        var items = Uuids.parse(added).map(sent::with).orElse(sent);
        checkPrices(items, caller);
        var asked = new AskedEdit(order, back(back, order), items, step.equals("find") ? TypedSearch.of(q) : null);
        return step.equals("save")
                ? save(asked, caller, actor, readers.of(caller, language))
                : look(asked, caller, readers.of(caller, language));
    }

    /** What a form of items asks for. */
    private record AskedEdit(
            OrderView order,
            String back,
            ItemsForm items,
            @Nullable String q) {}

    /** Only who may change the catalogue may name a price; the others have no field for it. */
    private static void checkPrices(ItemsForm items, Caller caller) {
        var missing = caller.missing("products.manage", "catalog:write");
        if (missing != null && items.namesPrices()) {
            throw new RequestRejected(HttpStatus.FORBIDDEN, missing);
        }
    }

    private ModelAndView look(AskedEdit asked, Caller caller, PageReader reader) {
        var bound = FormBinder.bind(ItemsDraft.class, asked.items().fields(), caller.currency());
        if (!bound.problems().isEmpty()) {
            // While something is looked for, the rest may be as unfinished as it is.
            return show(asked, asked.q() == null ? bound.problems().faults() : List.of(), null, caller, reader);
        }
        var ref = OrderPage.ref(asked.order().id().toString());
        var quote =
                quotes.quoteAgain(caller.store(), ref, bound.value().command()).orElseThrow(RequestRejected::notFound);
        return switch (quote) {
            case RequestQuote.Result.Quoted(var priced) -> show(asked, List.of(), priced, caller, reader);
            case RequestQuote.Result.Invalid(var violations) -> show(asked, violations, null, caller, reader);
        };
    }

    private ModelAndView save(AskedEdit asked, Caller caller, Actor actor, PageReader reader) {
        var now = ItemsForm.of(asked.order(), OrderEditPage.mayPrice(caller), reader)
                .values();
        var bound = FormBinder.bind(ItemsDraft.class, asked.items().fields(), caller.currency(), now);
        if (!bound.problems().isEmpty()) {
            return show(asked, bound.problems().faults(), null, caller, reader);
        }
        var ref = OrderPage.ref(asked.order().id().toString());
        return switch (orders.changeItems(
                caller.store(), actor, ref, bound.value().command())) {
            case ChangeItems.Result.Changed _ -> done(asked.back(), "orders.items");
            case ChangeItems.Result.NoSuchOrder _ -> throw RequestRejected.notFound();
            case ChangeItems.Result.Closed _ -> closed(asked.order());
            case Refusal refusal -> show(asked, refusal.violations(), null, caller, reader);
        };
    }

    private ModelAndView show(
            AskedEdit asked,
            List<Violation> violations,
            @Nullable PricedBasket quote,
            Caller caller,
            PageReader reader) {
        var stored = OrderEditPage.stored(asked.order(), asked.back(), caller, reader);
        var form = reader.refused(asked.items().fields(), violations);
        return editPage.show(
                new OrderEditPage.ShownEdit(
                        asked.order(), asked.back(), stored.address(), asked.items(), form, quote, asked.q()),
                caller);
    }

    private static String back(String wanted, OrderView order) {
        return wanted.isEmpty() ? OrderPage.path(order) : DashboardPaths.ours(wanted);
    }

    private static ModelAndView done(String back, String said) {
        return PageRedirect.to(back + (back.indexOf('?') < 0 ? "?" : "&") + "said=" + said);
    }

    private static ModelAndView closed(OrderView order) {
        return PageRedirect.to(OrderPage.path(order) + "?said=orders.closed");
    }
}
