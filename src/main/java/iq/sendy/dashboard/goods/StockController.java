package iq.sendy.dashboard.goods;

import iq.sendy.inventory.AdjustStock;
import iq.sendy.inventory.CountStock;
import iq.sendy.inventory.ItemFilter;
import iq.sendy.inventory.ItemView;
import iq.sendy.inventory.MovementType;
import iq.sendy.inventory.MovementView;
import iq.sendy.inventory.StockAdjustments;
import iq.sendy.inventory.StockItems;
import iq.sendy.inventory.Warehouses;
import iq.sendy.kernel.Uuids;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The stock of one product, warehouse by warehouse: corrected with a reason, and all that ever moved. */
@PageController
class StockController {

    private static final int LINES = 20;
    private static final List<String> REASONS = List.of("broken", "lost", "gift", "bought", "count");
    private static final String ADJUSTED = "stock.adjusted";

    private final StockItems items;
    private final StockAdjustments adjustments;
    private final Warehouses warehouses;
    private final PageReaders readers;

    StockController(StockItems items, StockAdjustments adjustments, Warehouses warehouses, PageReaders readers) {
        this.items = items;
        this.adjustments = adjustments;
        this.warehouses = warehouses;
        this.readers = readers;
    }

    /** A row of stock, and what its warehouse is called. */
    record Shelf(ItemView item, String warehouse) {}

    @GetMapping(GoodsPaths.STOCK + "/{product}")
    @Allows(permission = "inventory.view")
    ModelAndView show(
            @PathVariable("product") UUID product,
            @RequestParam(name = "row", defaultValue = "") String row,
            Paging paging,
            Caller caller) {
        var shelves = shelves(product, caller);
        var chosen = shelves.stream()
                .filter(shelf -> shelf.item().id().equals(Uuids.parse(row).orElse(null)))
                .findFirst()
                .orElse(shelves.getFirst());
        return page(shelves, chosen.item(), PageForm.empty().with("how", StockDraft.MORE), paging, caller);
    }

    /** From the warehouse that goods come into and are sold of to those that were opened last. */
    private List<Shelf> shelves(UUID product, Caller caller) {
        var all = new Paging(1, Paging.MOST, null, UnaryOperator.identity());
        var rows = items.list(caller.store(), new ItemFilter(null, product, null), all)
                .items();
        if (rows.isEmpty()) {
            throw RequestRejected.notFound();
        }
        return warehouses.list(caller.store(), all).items().stream()
                .sorted((one, other) -> Boolean.compare(other.isDefault(), one.isDefault()))
                .flatMap(warehouse -> rows.stream()
                        .filter(item -> item.warehouseId().equals(warehouse.id()))
                        .map(item -> new Shelf(item, warehouse.name())))
                .toList();
    }

    private ModelAndView page(List<Shelf> shelves, ItemView item, PageForm form, Paging paging, Caller caller) {
        var movements = movements(item.id(), paging, caller);
        var here = path(item);
        var model = new HashMap<String, @Nullable Object>();
        model.put("shelves", shelves);
        model.put("item", item);
        model.put("form", form);
        model.put("reasons", REASONS);
        model.put("movements", movements.items());
        model.put("mayChange", caller.missing("inventory.manage", "catalog:write") == null);
        model.put("mayProduct", caller.missing("products.view", "catalog:read") == null);
        model.put("mayOrders", caller.missing("orders.view", "orders:read") == null);
        model.put("mayBuy", caller.missing("purchase_orders.view", "purchasing:read") == null);
        model.put("newest", paging.cursor() == null ? null : here);
        model.put("older", movements.nextCursor() == null ? null : here + "&cursor=" + movements.nextCursor());
        return new ModelAndView(
                "dashboard/goods/shelf", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    private Page<MovementView> movements(UUID item, Paging paging, Caller caller) {
        return items.movements(caller.store(), item, new Paging(1, LINES, paging.cursor(), paging.seal()))
                .orElseThrow(RequestRejected::notFound);
    }

    private static String path(ItemView item) {
        return GoodsPaths.STOCK + "/" + item.productId() + "?row=" + item.id();
    }

    @PostMapping(GoodsPaths.STOCK + "/{product}/{row}")
    @Allows(permission = "inventory.manage")
    ModelAndView correct(
            @PathVariable("product") UUID product,
            @PathVariable("row") UUID row,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var shelves = shelves(product, caller);
        var item = shelves.stream()
                .map(Shelf::item)
                .filter(each -> each.id().equals(row))
                .findFirst()
                .orElseThrow(RequestRejected::notFound);
        var sent = request.getParameterMap();
        var bound = FormBinder.bind(StockDraft.class, sent, caller.currency());
        var refused = bound.problems().isEmpty()
                ? correct(item, bound.value(), caller, actor)
                : bound.problems().faults();
        if (refused.isEmpty()) {
            return PageRedirect.to(path(item) + "&said=" + ADJUSTED);
        }
        var reader = readers.of(caller, language);
        var form = reader.refused(sent, refused);
        return page(shelves, item, form, Paging.first(), caller);
    }

    /** What is wrong with it; nothing when it was done, now or by the same button a moment ago. */
    private List<Violation> correct(ItemView item, StockDraft draft, Caller caller, Actor actor) {
        return draft.isCount() ? count(item, draft, caller, actor) : adjust(item, draft, caller, actor);
    }

    private List<Violation> count(ItemView item, StockDraft draft, Caller caller, Actor actor) {
        var command = new CountStock(item.id(), draft.quantity(), draft.seen(), draft.reason());
        return switch (adjustments.count(caller.store(), actor, command)) {
            case CountStock.Result.Counted _ -> List.of();
            case CountStock.Result.NoSuchItem _ -> throw RequestRejected.notFound();
            case CountStock.Result.Stale stale ->
                stale.onHand() == draft.quantity() ? List.of() : StockDraft.atQuantity(stale.violations());
            case Refusal refusal -> StockDraft.atQuantity(refusal.violations());
        };
    }

    private List<Violation> adjust(ItemView item, StockDraft draft, Caller caller, Actor actor) {
        var command = new AdjustStock(item.id(), draft.delta(), String.valueOf(draft.reason()));
        var result = adjustments.adjustSeen(caller.store(), actor, command, draft.seen());
        if (result.isEmpty()) {
            return wasThis(item, draft, caller) ? List.of() : List.of(Violation.at("quantity", "stock.stale"));
        }
        return switch (result.get()) {
            case AdjustStock.Result.Adjusted _ -> List.of();
            case AdjustStock.Result.NoSuchItem _ -> throw RequestRejected.notFound();
            case Refusal refusal -> StockDraft.atQuantity(refusal.violations());
        };
    }

    /** Whether the last movement is this one, sent once more by a button that was tapped twice. */
    private boolean wasThis(ItemView item, StockDraft draft, Caller caller) {
        return movements(item.id(), Paging.first(), caller).items().stream()
                .findFirst()
                .filter(last -> last.type() == MovementType.ADJUSTMENT
                        && last.quantity() == draft.delta()
                        && last.onHandAfter() == draft.seen() + draft.delta()
                        && caller.id().equals(last.actorId()))
                .isPresent();
    }
}
