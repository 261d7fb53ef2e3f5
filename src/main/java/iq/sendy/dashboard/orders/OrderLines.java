package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.PageChoice;
import iq.sendy.geography.Geography;
import iq.sendy.geography.PlaceNames;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderSteps;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders as lines of pages. */
@Component
class OrderLines {

    private final Geography geography;
    private final Settings storeSettings;

    OrderLines(Geography geography, Settings storeSettings) {
        this.geography = geography;
        this.storeSettings = storeSettings;
    }

    /** With the button that moves each on, where the reader may move orders. */
    List<OrderRow> rows(List<OrderView> orders, Caller caller, PageReader reader) {
        var settings = mayMove(caller) ? settings(caller.store()) : null;
        return orders.stream().map(order -> row(order, settings, reader)).toList();
    }

    static boolean mayMove(Caller caller) {
        return caller.missing("orders.manage", "orders:write") == null;
    }

    /** All that orders may go to. */
    List<PageChoice> provinces(PageReader reader) {
        return geography.provinces().stream()
                .map(province -> new PageChoice(province.code(), name(province.names(), reader.language())))
                .toList();
    }

    private StoreSettings settings(StoreId store) {
        return storeSettings.of(store);
    }

    private OrderRow row(OrderView order, @Nullable StoreSettings settings, PageReader reader) {
        return new OrderRow(
                order,
                OrderLook.of(order.status()),
                place(order, reader.language()),
                order.lines().stream().map(OrderLines::goods).collect(Collectors.joining("، ")),
                settings == null ? null : OrderSteps.next(order, settings).orElse(null));
    }

    private static String goods(OrderLine line) {
        return line.quantity() == 1 ? line.name() : line.name() + " ×" + line.quantity();
    }

    private @Nullable String place(OrderView order, Locale language) {
        var customer = order.customer();
        return Optional.ofNullable(customer.areaId())
                .flatMap(geography::area)
                .map(area -> name(area.names(), language))
                .or(() -> Optional.ofNullable(customer.provinceCode())
                        .flatMap(geography::province)
                        .map(province -> name(province.names(), language)))
                .orElse(null);
    }

    /** Where it goes, from the large to the small; empty where nobody said. */
    String region(OrderView order, Locale language) {
        var customer = order.customer();
        var province = Optional.ofNullable(customer.provinceCode())
                .flatMap(geography::province)
                .map(found -> name(found.names(), language));
        var area = Optional.ofNullable(customer.areaId())
                .flatMap(geography::area)
                .map(found -> name(found.names(), language));
        return Stream.of(province, area).flatMap(Optional::stream).collect(Collectors.joining(" · "));
    }

    private static String name(PlaceNames names, Locale language) {
        return names.in(language.getLanguage());
    }
}
