package iq.sendy.dashboard;

import iq.sendy.dashboard.DashboardFrame.EntryGroup;
import iq.sendy.dashboard.DashboardFrame.NavigationEntry;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ways through the dashboard that a reader has, with how much waits at their ends. */
@Service
public class Navigation {

    /** What the bar at the foot of a phone has room for, where there is such a screen, beside the menu of all. */
    private static final List<String> BAR =
            List.of(DashboardPaths.HOME, DashboardPaths.ORDERS, DashboardPaths.CASHIER, DashboardPaths.INBOX);

    /** Keys of a Latin keyboard, by their place: what is written on them may be Arabic. */
    private static final Map<String, String> KEYS = Map.of(
            "home",
            "H",
            "orders",
            "O",
            "products",
            "P",
            "inbox",
            "I",
            "cashier",
            "C",
            "analytics",
            "A",
            "settings",
            "S");

    /** Beyond it a number is no longer read. */
    private static final long MOST = 999;

    private final List<DashboardScreen> screens;
    private final Stores stores;
    private final Pipeline pipeline;

    Navigation(List<DashboardScreen> screens, Stores stores, Pipeline pipeline) {
        this.screens = screens.stream()
                .sorted(Comparator.comparing(DashboardScreen::group).thenComparingInt(DashboardScreen::position))
                .toList();
        this.stores = stores;
        this.pipeline = pipeline;
    }

    /**
     * The ways of a reader.
     *
     * @param store its name; null where nothing was read
     */
    public record Ways(
            @Nullable String store, List<EntryGroup> groups, List<NavigationEntry> bar, NavigationEntry more) {

        public Ways {
            groups = List.copyOf(groups);
            bar = List.copyOf(bar);
        }
    }

    /** With the store's name and all counts, which are one trip. */
    @Transactional(readOnly = true)
    public Ways read(Caller caller, String path) {
        var trip = pipeline.open();
        var store = trip.add(stores.query(caller.store()));
        var counts = new HashMap<DashboardScreen, Query<Long>>();
        for (var screen : screens) {
            if (screen.count() != null && screen.isFor(caller)) {
                counts.put(screen, trip.add(screen.count().apply(caller.store())));
            }
        }
        trip.send();
        return ways(caller, path, store.first().map(StoreView::name).orElse(null), counts);
    }

    /** Without a look at the database, which may be what failed. */
    public Ways unread(Caller caller, String path) {
        return ways(caller, path, null, Map.of());
    }

    private Ways ways(Caller caller, String path, @Nullable String store, Map<DashboardScreen, Query<Long>> counts) {
        var current = screens.stream()
                .map(DashboardScreen::path)
                .filter(one -> path.equals(one) || (!one.equals(DashboardPaths.HOME) && path.startsWith(one + "/")))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        var groups = Arrays.stream(NavigationGroup.values())
                .map(group -> new EntryGroup(
                        group.word(),
                        screens.stream()
                                .filter(screen -> screen.group() == group && screen.isFor(caller))
                                .map(screen -> entry(screen, counts, current))
                                .toList()))
                .filter(group -> !group.entries().isEmpty())
                .toList();
        var entries = groups.stream().flatMap(group -> group.entries().stream()).toList();
        var bar = BAR.stream()
                .flatMap(one -> entries.stream().filter(entry -> entry.path().equals(one)))
                .toList();
        var elsewhere = Stream.concat(bar.stream().map(NavigationEntry::path), Stream.of(""))
                .noneMatch(current::equals);
        return new Ways(
                store,
                groups,
                bar,
                new NavigationEntry(DashboardPaths.MORE, "nav.more", "menu", null, elsewhere, null));
    }

    private static NavigationEntry entry(
            DashboardScreen screen, Map<DashboardScreen, Query<Long>> counts, String current) {
        var counted = counts.get(screen);
        var count = counted == null ? 0 : counted.first().orElse(0L);
        return new NavigationEntry(
                screen.path(),
                "nav." + screen.name(),
                screen.name(),
                count == 0 ? null : shown(count),
                screen.path().equals(current),
                KEYS.get(screen.name()));
    }

    private static String shown(long count) {
        return count > MOST ? MOST + "+" : Long.toString(count);
    }
}
