package iq.sendy.analytics.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.StoreSettings;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * In which zone the days of a store's figures begin. It is a copy of the settings' own: the statement that adds to the
 * figures reads it with them, and no order asks for it.
 */
@Component
public class CalendarStore {

    /** The zone, within a statement with the parameter {@code :store}. */
    static final String ZONE = """
            coalesce((select k.zone from analytics.calendar as k where k.store_id = :store), '%s')"""
            .formatted(StoreSettings.DEFAULTS.zone());

    public Query<ZoneId> zone(StoreId store) {
        return Query.of("select " + ZONE + " where :store::uuid is not null", (row, _) -> ZoneId.of(row.getString(1)))
                .param("store", store.value());
    }

    /** Sets the zone; a row tells that it was another. */
    public Query<Boolean> move(StoreId store, ZoneId zone) {
        return Query.flag("""
                        insert into analytics.calendar as k (store_id, zone)
                        select :store, :zone where :zone <> %s
                        on conflict (store_id) do update set zone = excluded.zone where k.zone <> excluded.zone
                        returning true
                        """.formatted(ZONE))
                .param("store", store.value())
                .param("zone", zone.getId());
    }
}
