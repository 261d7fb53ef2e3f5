package iq.sendy.cashier;

import iq.sendy.cashier.store.CashierSettingsStore;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreLock;
import iq.sendy.stores.Settings;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The settings of the counter; until a shop has made some it works with the defaults. */
@Service
public class CounterSettings {

    private static final String TYPE = "cashier_settings";

    private final CashierSettingsStore settings;
    private final Settings storeSettings;
    private final Pipeline pipeline;
    private final Audit audit;
    private final Clock clock;

    CounterSettings(
            CashierSettingsStore settings, Settings storeSettings, Pipeline pipeline, Audit audit, Clock clock) {
        this.settings = settings;
        this.storeSettings = storeSettings;
        this.pipeline = pipeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** The settings as a query that shares a trip; no answer means {@link CashierSettings#defaults}. */
    public Query<CashierSettings> query(StoreId store) {
        return settings.find(store);
    }

    /** The settings of a store, in a trip of their own. */
    @Transactional(readOnly = true)
    public CashierSettings of(StoreId store, Currency currency) {
        return pipeline.ask(settings.find(store)).first().orElse(CashierSettings.defaults(currency));
    }

    /** Whether opening a session takes a PIN. */
    @Transactional(readOnly = true)
    public boolean requirePin(StoreId store) {
        return pipeline.ask(settings.find(store))
                .first()
                .filter(CashierSettings::requirePin)
                .isPresent();
    }

    /**
     * Changes some of the settings.
     *
     * @param currency the one that the amounts were read in
     * @param merge is given the settings as they stand, and answers them as they shall be
     */
    @Transactional
    public CashierSettings change(StoreId store, Actor actor, Currency currency, UnaryOperator<CashierSettings> merge) {
        storeSettings.requireCurrency(store, currency);
        var found = settings.find(store);
        pipeline.send(StoreLock.take(store, "cashier.settings"), found);
        var before = found.first().orElse(CashierSettings.defaults(currency));
        var after = merge.apply(before);
        pipeline.send(settings.save(store, after, clock.instant()));
        audit.record(store, actor, new Change(TYPE + ".updated", TYPE, null, before, after));
        return after;
    }
}
