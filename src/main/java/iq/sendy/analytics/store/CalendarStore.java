package iq.sendy.analytics.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.StoreSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Calendar of a store's figures: from when on its clocks are how far ahead of UTC, as the JDK knows it, whose zones are not
 * all PostgreSQL's. It is a copy of what the settings say: the statement that adds to the figures reads it with them, so no
 * order asks for it. A store in the usual zone has no row.
 */
@Component
public class CalendarStore {

    /** No order is older, and by the end somebody has changed the settings or the law. */
    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2065-01-01T00:00:00Z");

    /** The offsets of a zone, each from its start on. */
    private record Offsets(List<String> starts, List<Integer> seconds) {

        static Offsets of(ZoneId zone) {
            var rules = zone.getRules();
            var starts = new ArrayList<>(List.of(FIRST.toString()));
            var seconds = new ArrayList<>(List.of(rules.getOffset(FIRST).getTotalSeconds()));
            var next = rules.nextTransition(FIRST);
            while (next != null && next.getInstant().isBefore(LAST)) {
                add(next, starts, seconds);
                next = rules.nextTransition(next.getInstant());
            }
            return new Offsets(starts, seconds);
        }

        private static void add(ZoneOffsetTransition transition, List<String> starts, List<Integer> seconds) {
            starts.add(transition.getInstant().toString());
            seconds.add(transition.getOffsetAfter().getTotalSeconds());
        }

        private String quotedStarts() {
            return starts.stream().map(start -> "'" + start + "'").collect(Collectors.joining(", "));
        }

        private String listedSeconds() {
            return seconds.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }

    private static final Offsets USUAL = Offsets.of(StoreSettings.DEFAULTS.zone());

    /** The calendar as {@code k}, one row, in a statement with the parameter {@code :store}. */
    static final String TABLE = """
            (select coalesce(own.starts, array[%s]::timestamptz[]) as starts,
                    coalesce(own.offsets, array[%s]::integer[]) as offsets
             from (values (true)) as always (there)
                 left join analytics.calendar as own on own.store_id = :store) as k""".formatted(USUAL.quotedStarts(), USUAL.listedSeconds());

    /** The store's day of an instant, beside {@link #TABLE}. */
    static String day(String instant) {
        return "((%1$s at time zone 'UTC') + make_interval(secs => k.offsets[greatest(width_bucket(%1$s, k.starts), 1)]))::date"
                .formatted(instant);
    }

    public Query<ZoneId> zone(StoreId store) {
        return Query.of(
                        "select coalesce((select zone from analytics.calendar where store_id = :store), :usual)",
                        (row, _) -> ZoneId.of(row.getString(1)))
                .param("store", store.value())
                .param("usual", StoreSettings.DEFAULTS.zone().getId());
    }

    /** Sets the zone; a row tells that days have moved. */
    public Query<Boolean> move(StoreId store, ZoneId zone) {
        var offsets = Offsets.of(zone);
        return Query.flag("""
                        insert into analytics.calendar as c (store_id, zone, starts, offsets)
                        select :store, :zone, :starts::timestamptz[], :offsets::integer[]
                        where :zone <> :usual or exists (select from analytics.calendar where store_id = :store)
                        on conflict (store_id) do update
                        set zone = excluded.zone, starts = excluded.starts, offsets = excluded.offsets
                        where c.starts <> excluded.starts or c.offsets <> excluded.offsets
                        returning true
                        """)
                .param("store", store.value())
                .param("zone", zone.getId())
                .param("starts", offsets.starts().toArray(String[]::new))
                .param("offsets", offsets.seconds().toArray(Integer[]::new))
                .param("usual", StoreSettings.DEFAULTS.zone().getId());
    }
}
