package iq.sendy.dashboard.cashier;

import iq.sendy.cashier.PinProduct;
import iq.sendy.cashier.PinnedProduct;
import iq.sendy.cashier.PinnedProducts;
import iq.sendy.cashier.ReorderPins;
import iq.sendy.catalog.ProductFilter;
import iq.sendy.catalog.Products;
import iq.sendy.dashboard.TypedSearch;
import iq.sendy.kernel.Uuids;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.pages.PageRedirect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is pinned to the counter: chosen here, and put in the order in which it stands there. */
@PageController
class PinnedGoodsController {

    private static final int FOUND = 30;
    private final PinnedProducts pins;
    private final CounterGoods goods;
    private final Products products;

    PinnedGoodsController(PinnedProducts pins, CounterGoods goods, Products products) {
        this.pins = pins;
        this.goods = goods;
        this.products = products;
    }

    @GetMapping(CashierScreens.PINNED)
    @Allows(permission = "cashier.view")
    ModelAndView list(@RequestParam(name = "q", defaultValue = "") String q, Caller caller) {
        var pinned = goods.pinned(caller.store());
        var wanted = TypedSearch.of(q);
        var maySearch = caller.missing("products.view", "catalog:read") == null;
        var model = new HashMap<String, Object>();
        model.put("pinned", pinned);
        model.put("most", PinnedProduct.MOST);
        model.put("q", wanted);
        model.put("maySearch", maySearch);
        model.put("found", maySearch ? found(caller, wanted, pinned) : List.of());
        model.put("mayManage", caller.missing("cashier.manage", "cashier:write") == null);
        return new ModelAndView("dashboard/cashier/pinned", model);
    }

    /** The newest where nothing was typed; what is pinned already stands above. */
    private List<CounterGoods.ShelfGoods> found(Caller caller, String wanted, List<PinProduct.Result.Pinned> pinned) {
        var filter = new ProductFilter(wanted.isEmpty() ? null : wanted, null, true, null);
        return products
                .list(caller.store(), filter, new Paging(1, FOUND, null, UnaryOperator.identity()))
                .items()
                .stream()
                .filter(each -> pinned.stream()
                        .noneMatch(pin ->
                                pin.pin().productId().equals(each.product().id())))
                .map(each -> goods.goods(caller.store(), each))
                .toList();
    }

    @PostMapping(CashierScreens.PINNED)
    @Allows(permission = "cashier.manage")
    ModelAndView pin(@RequestParam(name = "product", defaultValue = "") String product, Caller caller, Actor actor) {
        var id = Uuids.parse(product).orElseThrow(RequestRejected::notFound);
        return switch (pins.pin(caller.store(), actor, new PinProduct(id, null))) {
            case PinProduct.Result.Pinned _ -> said("cashier.pinned");
            case PinProduct.Result.NoSuchProduct _ -> throw RequestRejected.notFound();
            case PinProduct.Result.LimitReached _ -> said("cashier.pins.full");
        };
    }

    @PostMapping(CashierScreens.PINNED + "/{pin}/remove")
    @Allows(permission = "cashier.manage")
    ModelAndView unpin(@PathVariable("pin") String pin, Caller caller, Actor actor) {
        // One that is gone was taken off before: a button tapped twice says the same.
        Uuids.parse(pin).ifPresent(id -> pins.unpin(caller.store(), actor, id));
        return said("cashier.unpinned");
    }

    @PostMapping(CashierScreens.PINNED + "/{pin}/up")
    @Allows(permission = "cashier.manage")
    ModelAndView up(@PathVariable("pin") String pin, Caller caller, Actor actor) {
        var pinned = goods.pinned(caller.store());
        var at = Uuids.parse(pin).map(id -> place(pinned, id)).orElse(-1);
        if (at < 1) {
            return said("cashier.pins.moved");
        }
        var order = new ArrayList<>(
                pinned.stream().map(each -> each.pin().productId()).toList());
        Collections.swap(order, at, at - 1);
        return switch (pins.reorder(caller.store(), actor, new ReorderPins(order))) {
            case ReorderPins.Result.Reordered() -> said("cashier.pins.moved");
            default -> said("cashier.pins.changed");
        };
    }

    private static int place(List<PinProduct.Result.Pinned> pinned, UUID pin) {
        for (var i = 0; i < pinned.size(); i++) {
            if (pinned.get(i).pin().id().equals(pin)) {
                return i;
            }
        }
        return -1;
    }

    private static ModelAndView said(String word) {
        return PageRedirect.to(CashierScreens.PINNED + "?said=" + word);
    }
}
