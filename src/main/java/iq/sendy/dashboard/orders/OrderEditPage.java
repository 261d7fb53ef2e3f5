package iq.sendy.dashboard.orders;

import iq.sendy.catalog.ProductName;
import iq.sendy.catalog.ProductNames;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.dashboard.ProductFinder;
import iq.sendy.kernel.Uuids;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.pricing.PricedBasket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page on which an order is changed: where it goes, and what is in it. */
@Component
class OrderEditPage {

    private final ProductFinder finder;
    private final ProductNames names;
    private final OrderPictures pictures;
    private final PageTrips trips;

    OrderEditPage(ProductFinder finder, ProductNames names, OrderPictures pictures, PageTrips trips) {
        this.finder = finder;
        this.names = names;
        this.pictures = pictures;
        this.trips = trips;
    }

    static boolean mayPrice(Caller caller) {
        return caller.missing("products.manage", "catalog:write") == null;
    }

    /**
     * What the page shows.
     *
     * @param back where it leads when all is done
     * @param items as they are, or were sent
     * @param itemsForm the same as fields, with what is wrong with them
     * @param quote what they come to; null where nobody asked
     * @param q what was looked for; null where nothing was
     */
    record ShownEdit(
            OrderView order,
            String back,
            PageForm address,
            ItemsForm items,
            PageForm itemsForm,
            @Nullable PricedBasket quote,
            @Nullable String q) {}

    static ShownEdit stored(OrderView order, String back, Caller caller, PageReader reader) {
        var items = ItemsForm.of(order, mayPrice(caller), reader);
        return new ShownEdit(order, back, address(order), items, PageForm.sent(items.fields()), null, null);
    }

    static PageForm address(OrderView order) {
        var place = order.customer().place();
        return PageForm.ofStored()
                .with("customerAddress", order.customer().address())
                .with("deliveryLat", place == null ? null : place.lat().toPlainString())
                .with("deliveryLng", place == null ? null : place.lng().toPlainString());
    }

    ModelAndView show(ShownEdit shown, Caller caller) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("order", shown.order());
        model.put("back", shown.back());
        model.put("addressForm", shown.address());
        model.put("itemsForm", shown.itemsForm());
        model.put("rows", rows(shown.items(), caller));
        model.put("quote", shown.quote());
        model.put("mayPrice", mayPrice(caller));
        model.put("maySearch", ProductFinder.maySearch(caller));
        model.put("q", shown.q() == null ? "" : shown.q());
        model.put("found", shown.q() == null ? null : finder.onSale(shown.q(), caller));
        var faulty = shown.address().isFaulty() || shown.itemsForm().isFaulty();
        return new ModelAndView("dashboard/orders/edit", model, faulty ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    private List<ItemRow> rows(ItemsForm items, Caller caller) {
        var ids = items.products();
        if (ids.isEmpty()) {
            return List.of();
        }
        var asked = names.of(caller.store(), ids);
        trips.ask(List.of(asked));
        var named = asked.answer().stream()
                .collect(Collectors.toMap(name -> name.productId().toString(), ProductName::name, (a, _) -> a));
        var pictured = pictures.of(caller.store(), ids);
        return IntStream.range(0, items.rows().size())
                .mapToObj(i -> {
                    var product = items.rows().get(i).product();
                    return new ItemRow(i, product, named.get(product), picture(pictured, product));
                })
                .toList();
    }

    private static @Nullable String picture(Map<UUID, String> pictured, String product) {
        return Uuids.parse(product).map(pictured::get).orElse(null);
    }
}
