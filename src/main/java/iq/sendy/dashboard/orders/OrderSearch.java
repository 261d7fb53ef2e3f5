package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.TypedSearch;
import iq.sendy.kernel.When;
import iq.sendy.orders.ExportFormat;
import iq.sendy.orders.OrderFilter;
import iq.sendy.orders.OrderSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is looked for in the list of orders, as it stands in its address. What cannot be read is not looked for, and stays where
 * it was typed.
 */
record OrderSearch(OrderTab tab, String q, String source, String area, String from, String to) {

    static OrderSearch of(Function<String, @Nullable String> parameter) {
        return new OrderSearch(
                OrderTab.of(text(parameter, "tab")),
                text(parameter, "q"),
                text(parameter, "source"),
                text(parameter, "area"),
                text(parameter, "from"),
                text(parameter, "to"));
    }

    private static String text(Function<String, @Nullable String> parameter, String name) {
        return TypedSearch.of(parameter.apply(name));
    }

    /** The tab as a field sends it. */
    public String tabWord() {
        return tab.word();
    }

    /** Whether anything is looked for beside the tab. */
    public boolean narrows() {
        return !q.isEmpty() || sieves();
    }

    /** Whether one of the folded fields says something. */
    public boolean sieves() {
        return !source.isEmpty() || !area.isEmpty() || !from.isEmpty() || !to.isEmpty();
    }

    OrderFilter filter(ZoneId zone) {
        return new OrderFilter(
                tab.statuses(),
                chosen().map(List::of).orElseGet(List::of),
                null,
                null,
                area.isEmpty() ? null : area,
                new OrderFilter.Created(moment(from, when -> when.start(zone)), moment(to, when -> when.end(zone))),
                q.isEmpty() ? null : q,
                null);
    }

    private static @Nullable Instant moment(String day, Function<When, Instant> end) {
        return When.parse(day).map(end).filter(When::storable).orElse(null);
    }

    private Optional<OrderSource> chosen() {
        return Arrays.stream(OrderSource.values())
                .filter(one -> one.toString().equals(source))
                .findFirst();
    }

    /** The list with the same search in another tab. */
    String in(OrderTab other) {
        return link(other, null);
    }

    /** The same list, as it begins or from a row on. */
    String from(@Nullable String cursor) {
        return link(tab, cursor);
    }

    /** The same list as a file. */
    String file(ExportFormat format) {
        return link(DashboardPaths.ORDERS + "/export", tab)
                .queryParam("format", format)
                .encode()
                .build()
                .toUriString();
    }

    private String link(OrderTab other, @Nullable String cursor) {
        var address = link(DashboardPaths.ORDERS, other);
        add(address, "cursor", cursor == null ? "" : cursor);
        return address.encode().build().toUriString();
    }

    private UriComponentsBuilder link(String path, OrderTab other) {
        var address = UriComponentsBuilder.fromPath(path).queryParam("tab", other.word());
        add(address, "q", q);
        add(address, "source", source);
        add(address, "area", area);
        add(address, "from", from);
        add(address, "to", to);
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
