package iq.sendy.cashier.store;

import iq.sendy.cashier.CashierSettings;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Cashier settings: one row for a store that has decided something. */
@Component
public class CashierSettingsStore {

    private static final Columns<CashierSettings> SETTINGS = Columns.of(CashierSettings.class, "s")
            .bool("require_pin", CashierSettings::requirePin)
            .bigint("opening_cash_default", CashierSettings::openingCashDefault)
            .text("receipt_footer_note", CashierSettings::receiptFooterNote)
            .bigint("cash_rounding", CashierSettings::cashRounding);

    public Query<CashierSettings> find(StoreId store) {
        return Query.of(
                        "select " + SETTINGS.selected() + " from cashier.settings as s where s.store_id = :store",
                        (row, _) -> new CashierSettings(
                                row.getBoolean("require_pin"),
                                row.getLong("opening_cash_default"),
                                row.getString("receipt_footer_note"),
                                row.getLong("cash_rounding")))
                .param("store", store.value());
    }

    public Query<Boolean> save(StoreId store, CashierSettings settings, Instant now) {
        return Query.write("insert into cashier.settings (store_id, created_at, updated_at, " + SETTINGS.names()
                        + ") values (:store, :now, :now, " + SETTINGS.values()
                        + ") on conflict (store_id) do update set updated_at = :now, " + SETTINGS.assignments())
                .param("store", store.value())
                .param("now", Sql.at(now))
                .row(SETTINGS, settings);
    }
}
