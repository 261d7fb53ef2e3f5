package iq.sendy.stores.store;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.stores.StoreSettings;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Each store's settings: one row, or none while the store works with the defaults. */
@Component
public class SettingsStore {

    private static final Columns<StoreSettings> SETTINGS = Columns.of(StoreSettings.class, "s")
            .text("currency_code", StoreSettings::currency)
            .text("timezone", StoreSettings::zone)
            .text("industry", StoreSettings::industry)
            .text("country_code", StoreSettings::countryCode)
            .text("language", StoreSettings::language)
            .bigint("default_delivery_fee", StoreSettings::defaultDeliveryFee)
            .text("pickup_address", StoreSettings::pickupAddress)
            .bool("require_order_confirmation", StoreSettings::requireOrderConfirmation)
            .bool("unique_external_ref", StoreSettings::uniqueExternalRef)
            .bool("ask_for_price", StoreSettings::askForPrice)
            .bigint("default_weight_grams", StoreSettings::defaultWeightGrams)
            .bigint("low_stock_threshold", StoreSettings::lowStockThreshold);

    private static final String SELECT =
            "select " + SETTINGS.selected() + " from stores.settings as s where s.store_id = :store";

    /** No row means the defaults. */
    public Query<StoreSettings> find(StoreId store) {
        return query(store, SELECT);
    }

    public Query<StoreSettings> lock(StoreId store) {
        return query(store, SELECT + " for update");
    }

    private static Query<StoreSettings> query(StoreId store, String sql) {
        return Query.of(
                        sql,
                        (row, _) -> new StoreSettings(
                                Currency.valueOf(row.getString("currency_code")),
                                ZoneId.of(row.getString("timezone")),
                                row.getString("industry"),
                                row.getString("country_code"),
                                row.getString("language"),
                                row.getLong("default_delivery_fee"),
                                row.getString("pickup_address"),
                                row.getBoolean("require_order_confirmation"),
                                row.getBoolean("unique_external_ref"),
                                row.getBoolean("ask_for_price"),
                                row.getLong("default_weight_grams"),
                                row.getLong("low_stock_threshold")))
                .param("store", store.value());
    }

    /** Makes the row, and answers one, unless there is one: the primary key decides. */
    public Query<Boolean> insert(StoreId store, StoreSettings settings, Instant now) {
        return Query.write("insert into stores.settings (store_id, created_at, updated_at, " + SETTINGS.names()
                        + ") values (:store, :now, :now, " + SETTINGS.values()
                        + ") on conflict (store_id) do nothing returning true")
                .param("store", store.value())
                .param("now", Sql.at(now))
                .row(SETTINGS, settings);
    }

    public Query<Boolean> update(StoreId store, StoreSettings settings, Instant now) {
        return Query.write("update stores.settings set updated_at = :now, " + SETTINGS.assignments()
                        + " where store_id = :store")
                .param("store", store.value())
                .param("now", Sql.at(now))
                .row(SETTINGS, settings);
    }

    /**
     * How many orders the store has, holding its counter: an order that is being placed ends first, and the next one
     * waits, so that currency and first order cannot miss each other.
     */
    public Query<Long> lockOrderCount(StoreId store) {
        return Query.number("""
                        insert into platform.store_counter as c (store_id, name, value) values (:store, 'order', 0)
                        on conflict (store_id, name) do update set value = c.value
                        returning value
                        """).param("store", store.value());
    }
}
