package iq.sendy.stores.store;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.stores.StoreSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Each store's settings: one row, or none while the store works with the defaults. */
@Component
public class SettingsStore {

    private static final String SELECT = """
            select currency_code, timezone, industry, country_code, language, default_delivery_fee, pickup_address,
                   require_order_confirmation, unique_external_ref, ask_for_price, default_weight_grams,
                   low_stock_threshold
            from stores.settings where store_id = :store
            """;

    private final Pipeline pipeline;

    SettingsStore(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** The settings, to be asked in a shared trip; no row means the defaults. */
    public Query<StoreSettings> find(StoreId store) {
        return question(store, SELECT);
    }

    public Optional<StoreSettings> lock(StoreId store) {
        var question = question(store, SELECT + " for update");
        pipeline.send(question);
        return question.first();
    }

    private static Query<StoreSettings> question(StoreId store, String sql) {
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

    /** Makes the row unless there is one: the primary key decides. */
    public boolean insert(StoreId store, StoreSettings settings, Instant now) {
        var insert = values(Query.write("""
                        insert into stores.settings
                            (store_id, currency_code, timezone, industry, country_code, language,
                             default_delivery_fee, pickup_address, require_order_confirmation, unique_external_ref,
                             ask_for_price, default_weight_grams, low_stock_threshold, created_at, updated_at)
                        values (:store, :currency, :timezone, :industry, :country, :language, :fee, :pickup,
                                :confirmation, :uniqueRef, :askForPrice, :weight, :lowStock, :now, :now)
                        on conflict (store_id) do nothing
                        returning true
                        """), store, settings, now);
        pipeline.send(insert);
        return insert.first().isPresent();
    }

    public void update(StoreId store, StoreSettings settings, Instant now) {
        pipeline.send(values(Query.write("""
                        update stores.settings
                        set currency_code = :currency, timezone = :timezone, industry = :industry,
                            country_code = :country, language = :language, default_delivery_fee = :fee,
                            pickup_address = :pickup, require_order_confirmation = :confirmation,
                            unique_external_ref = :uniqueRef, ask_for_price = :askForPrice,
                            default_weight_grams = :weight, low_stock_threshold = :lowStock, updated_at = :now
                        where store_id = :store
                        """), store, settings, now));
    }

    private static Query<Boolean> values(Query<Boolean> statement, StoreId store, StoreSettings settings, Instant now) {
        return statement
                .param("store", store.value())
                .param("currency", settings.currency().name())
                .param("timezone", settings.zone().getId())
                .param("industry", settings.industry())
                .param("country", settings.countryCode())
                .param("language", settings.language())
                .param("fee", settings.defaultDeliveryFee())
                .param("pickup", settings.pickupAddress())
                .param("confirmation", settings.requireOrderConfirmation())
                .param("uniqueRef", settings.uniqueExternalRef())
                .param("askForPrice", settings.askForPrice())
                .param("weight", settings.defaultWeightGrams())
                .param("lowStock", settings.lowStockThreshold())
                .param("now", Sql.at(now));
    }

    /**
     * How many orders the store has, holding its counter: an order that is being placed ends first, and the next one
     * waits, so that currency and first order cannot miss each other.
     */
    public long lockOrderCount(StoreId store) {
        var count = Query.of("""
                        insert into platform.store_counter as c (store_id, name, value) values (:store, 'order', 0)
                        on conflict (store_id, name) do update set value = c.value
                        returning value
                        """, (row, _) -> row.getLong(1)).param("store", store.value());
        pipeline.send(count);
        return count.single();
    }
}
