package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductFilter;
import iq.sendy.catalog.Products;
import iq.sendy.dashboard.AskFirst;
import iq.sendy.inventory.StockForecast;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.PurchaseReceipts;
import iq.sendy.purchasing.ReceiveGoods;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Goods that come of a purchase order: counted, looked at once more, and taken in. */
@PageController
class ReceiptController {

    private final PurchaseReceipts receipts;
    private final Products products;
    private final PurchasePage page;
    private final PageReaders readers;

    ReceiptController(PurchaseReceipts receipts, Products products, PurchasePage page, PageReaders readers) {
        this.receipts = receipts;
        this.products = products;
        this.page = page;
        this.readers = readers;
    }

    /** What becomes of a product, by its name. */
    record ForeseenLine(String name, StockForecast forecast) {}

    /** A scan: one piece more of what has this code. The form comes back with all else as it was. */
    @PostMapping(GoodsPaths.PURCHASE + "/scan")
    @Allows(permission = "purchase_orders.manage")
    ModelAndView scan(
            @PathVariable("order") UUID id,
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request,
            Caller caller,
            Locale language) {
        var order = page.find(caller, id);
        var form = PageForm.sent(request.getParameterMap()).with("code", "");
        if (code.isBlank()) {
            return page.show(order, form, caller);
        }
        var reader = readers.of(caller, language);
        return line(order, form, code, caller)
                .map(line -> page.show(order, oneMore(form, line), caller))
                .orElseGet(() -> page.show(
                        order,
                        form.with("code", code)
                                .withFaults(reader.faults(List.of(Violation.at("code", "field.unknown_value")
                                        .said("receipt.code.unknown", List.of())))),
                        caller));
    }

    /** The place in the form of what has this SKU or barcode. */
    private Optional<Integer> line(PurchaseOrder order, PageForm form, String code, Caller caller) {
        var found = ProductSearchForm.text(_ -> code, "code");
        var ids = found.isEmpty()
                ? List.<UUID>of()
                : products
                        .list(caller.store(), new ProductFilter(found, null, null, null), Paging.first())
                        .items()
                        .stream()
                        .map(each -> each.product())
                        .filter(each -> each.sku().equalsIgnoreCase(found) || found.equals(each.barcode()))
                        .map(each -> each.id())
                        .toList();
        for (var i = 0; form.values().containsKey(field(i, "itemId")); i++) {
            var item = form.value(field(i, "itemId"));
            if (order.items().stream()
                    .anyMatch(each -> each.id().toString().equals(item)
                            && (each.sku().equalsIgnoreCase(found) || ids.contains(each.productId())))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static PageForm oneMore(PageForm form, int line) {
        var field = field(line, "accepted");
        try {
            return form.with(field, form.value(field).isBlank() ? 1 : Long.parseLong(form.value(field)) + 1);
        } catch (NumberFormatException typed) {
            return form;
        }
    }

    private static String field(int line, String name) {
        return "items[" + line + "]." + name;
    }

    /** Says what stock and costs become; then takes it in. */
    @PostMapping(GoodsPaths.PURCHASE + "/receive")
    @Allows(permission = "purchase_orders.manage")
    ModelAndView receive(
            @PathVariable("order") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var order = page.find(caller, id);
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var form = PageForm.sent(sent);
        var bound = FormBinder.bind(ReceiptDraft.class, sent, caller.currency());
        if (!bound.problems().isEmpty()) {
            return page.show(order, faulty(form, bound.problems().faults(), reader), caller);
        }
        var command = new ReceiveGoods(id, bound.value().arrivals());
        if (!AskFirst.sure(sent)) {
            return switch (receipts.foresee(caller.store(), command)) {
                case ReceiveGoods.Foresight.Foreseen(var forecasts) ->
                    asked(order, command, forecasts, AskFirst.fields(sent));
                case ReceiveGoods.Foresight.WouldRefuse(var why) -> answered(why, order, form, reader, caller);
            };
        }
        return receipts.receiveSeen(
                        caller.store(), actor, command, bound.value().seen())
                .map(result -> answered(result, order, form, reader, caller))
                .orElseGet(() -> PageRedirect.to(PurchasePage.path(id) + "?said=purchases.received.before"));
    }

    private ModelAndView answered(
            ReceiveGoods.Result result, PurchaseOrder order, PageForm form, PageReader reader, Caller caller) {
        return switch (result) {
            case ReceiveGoods.Result.Received _ ->
                PageRedirect.to(PurchasePage.path(order.id()) + "?said=purchases.received");
            case ReceiveGoods.Result.NoSuchOrder _ -> throw RequestRejected.notFound();
            case Refusal refusal -> page.show(order, faulty(form, refusal.violations(), reader), caller);
        };
    }

    private static PageForm faulty(PageForm form, List<Violation> violations, PageReader reader) {
        return form.withFaults(reader.faults(violations));
    }

    private static ModelAndView asked(
            PurchaseOrder order, ReceiveGoods command, List<StockForecast> foreseen, Object fields) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("order", order);
        model.put("fields", fields);
        model.put(
                "accepted",
                command.arrivals().stream().mapToLong(each -> each.accepted()).sum());
        model.put(
                "rejected",
                command.arrivals().stream().mapToLong(each -> each.rejected()).sum());
        model.put(
                "lines",
                foreseen.stream()
                        .map(forecast -> new ForeseenLine(
                                order.items().stream()
                                        .filter(item -> item.productId().equals(forecast.productId()))
                                        .map(item -> item.name())
                                        .findFirst()
                                        .orElse(""),
                                forecast))
                        .toList());
        return new ModelAndView("dashboard/goods/foreseen", model);
    }
}
