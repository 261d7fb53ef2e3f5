package iq.sendy.dashboard.goods;

import iq.sendy.catalog.Offer;
import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.Products;
import iq.sendy.catalog.StockedProduct;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.dashboard.ProductFinder;
import iq.sendy.kernel.Uuids;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.Supplier;
import iq.sendy.purchasing.Suppliers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Form of a purchase order between two looks at it: products are found and put on its lines, and lines are dropped. */
@Component
class PurchaseForm {

    private final Products products;
    private final ProductFinder finder;
    private final Suppliers suppliers;
    private final PageTrips trips;

    PurchaseForm(Products products, ProductFinder finder, Suppliers suppliers, PageTrips trips) {
        this.products = products;
        this.finder = finder;
        this.suppliers = suppliers;
        this.trips = trips;
    }

    /** Line as it is shown: what was typed, and what the product is called. */
    record ShownLine(int place, PurchaseLine line, @Nullable Offer offer) {}

    /** What a form of a stored one begins with. */
    static PageForm stored(PurchaseOrder order, PageReader reader) {
        var details = order.details();
        return PurchaseLine.stored(
                PageForm.ofStored()
                        .with("supplierId", details.supplierId())
                        .with("referenceNumber", details.referenceNumber())
                        .with("orderDate", day(details.orderDate(), reader.zone()))
                        .with("expectedDeliveryDate", day(details.expectedDeliveryDate(), reader.zone()))
                        .with("notes", details.notes())
                        .with("additionalFees", reader.typed(details.additionalFees())),
                order.items(),
                reader);
    }

    private static @Nullable String day(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toLocalDate().toString();
    }

    ModelAndView show(@Nullable PurchaseOrder order, PageForm form, Caller caller) {
        return page(order, form, List.of(), caller);
    }

    /** After a button of the form itself: another search, one product more, or a line less. */
    ModelAndView edited(@Nullable PurchaseOrder order, PageForm typed, Caller caller, PageReader reader) {
        var lines = PurchaseLine.of(typed);
        var dropped = place(typed.value("drop"), lines.size());
        if (dropped.isPresent()) {
            var fewer = new ArrayList<>(lines);
            fewer.remove((int) dropped.get());
            return page(order, PurchaseLine.put(typed, fewer), List.of(), caller);
        }
        var added = Uuids.parse(typed.value("add"))
                .flatMap(id -> products.find(caller.store(), id))
                .map(StockedProduct::product);
        if (added.isPresent()) {
            return page(order, plus(typed, lines, added.get(), caller, reader), List.of(), caller);
        }
        var q = ProductSearchForm.text(_ -> typed.value("q"), "q");
        var found = finder.any(q, caller);
        var scanned = ProductFinder.scanned(q, found);
        return scanned.isPresent()
                ? page(order, plus(typed, lines, scanned.get(), caller, reader), List.of(), caller)
                : page(order, typed, found, caller);
    }

    /** A piece costs what it did so far, until somebody types otherwise. */
    private PageForm plus(
            PageForm typed, List<PurchaseLine> lines, ProductView product, Caller caller, PageReader reader) {
        var offer = offers(List.of(product.id()), caller).get(product.id());
        var cost = offer == null ? null : reader.typed(offer.unitCost());
        return PurchaseLine.put(
                        typed,
                        PurchaseLine.oneMore(lines, product.id().toString(), Objects.requireNonNullElse(cost, "")))
                .with("q", "");
    }

    private static Optional<Integer> place(String typed, int lines) {
        for (var i = 0; i < lines; i++) {
            if (typed.equals(Integer.toString(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Map<UUID, Offer> offers(List<UUID> ids, Caller caller) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var asked = products.offers(caller.store(), List.of(), ids);
        trips.ask(List.of(asked));
        return asked.answer().stream().collect(Collectors.toMap(Offer::productId, Function.identity()));
    }

    private ModelAndView page(@Nullable PurchaseOrder order, PageForm form, List<ProductView> found, Caller caller) {
        var lines = PurchaseLine.of(form);
        var known = offers(
                lines.stream()
                        .flatMap(line -> Uuids.parse(line.product()).stream())
                        .distinct()
                        .toList(),
                caller);
        var shown = new ArrayList<ShownLine>();
        for (var i = 0; i < lines.size(); i++) {
            var offer = Uuids.parse(lines.get(i).product()).map(known::get).orElse(null);
            shown.add(new ShownLine(i, lines.get(i), offer));
        }
        var model = new HashMap<String, @Nullable Object>();
        model.put("order", order);
        model.put("form", form);
        model.put("lines", shown);
        model.put("found", found);
        model.put("full", lines.size() >= PurchaseLine.MOST);
        model.put("suppliers", choices(order, caller));
        return new ModelAndView(
                "dashboard/goods/purchase-form", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    /** The newest, and the one that stands there already. */
    private List<PageChoice> choices(@Nullable PurchaseOrder order, Caller caller) {
        var newest = new Paging(1, Paging.MOST, null, UnaryOperator.identity());
        var maySee = caller.missing("suppliers.view", "purchasing:read") == null;
        var known = maySee ? suppliers.list(caller.store(), null, newest).items() : List.<Supplier>of();
        var choices = known.stream()
                .map(supplier -> new PageChoice(
                        supplier.id().toString(), supplier.details().fullName()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (order == null || order.details().supplierId() == null) {
            return choices;
        }
        var own = order.details().supplierId().toString();
        if (choices.stream().noneMatch(each -> each.value().equals(own))) {
            choices.add(new PageChoice(own, String.valueOf(order.supplierName())));
        }
        return choices;
    }
}
