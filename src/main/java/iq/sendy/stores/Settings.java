package iq.sendy.stores;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.stores.store.SettingsStore;
import iq.sendy.stores.store.StoreDirectory;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The settings of stores: made once and then changed; until then a store works with the defaults. */
@Service
public class Settings {

    private final SettingsStore settings;
    private final StoreDirectory stores;
    private final ObjectProvider<StoredAmounts> amounts;
    private final Pipeline pipeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settings(
            SettingsStore settings,
            StoreDirectory stores,
            ObjectProvider<StoredAmounts> amounts,
            Pipeline pipeline,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings;
        this.stores = stores;
        this.amounts = amounts;
        this.pipeline = pipeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The settings as a query that shares a trip; no answer means {@link StoreSettings#DEFAULTS}. */
    public Query<StoreSettings> query(StoreId store) {
        return settings.find(store);
    }

    /** The settings of a store, in a trip of their own. */
    @Transactional(readOnly = true)
    public StoreSettings of(StoreId store) {
        return find(store).orElse(StoreSettings.DEFAULTS);
    }

    /** The settings of a store, if they have been made. */
    @Transactional(readOnly = true)
    public Optional<StoreSettings> find(StoreId store) {
        return pipeline.ask(settings.find(store)).first();
    }

    /** Makes the settings, once. */
    @Transactional
    public SaveSettings.Result create(StoreId store, Actor actor, SaveSettings command) {
        if (find(store).isPresent()) {
            return new SaveSettings.Result.ExistAlready();
        }
        var made = command.over(StoreSettings.DEFAULTS);
        if (currencyLocked(store, StoreSettings.DEFAULTS, made)) {
            return new SaveSettings.Result.CurrencyLocked();
        }
        if (!pipeline.ask(settings.insert(store, made, clock.instant())).any()) {
            return new SaveSettings.Result.ExistAlready();
        }
        return saved(store, actor, new Audit.Change("settings.created", "settings", null, null, made), made);
    }

    /** Changes the settings, which are locked as they are. */
    @Transactional
    public SaveSettings.Result change(StoreId store, Actor actor, SaveSettings command) {
        var before = pipeline.ask(settings.lock(store));
        if (!before.any()) {
            return new SaveSettings.Result.Missing();
        }
        var after = command.over(before.single());
        if (currencyLocked(store, before.single(), after)) {
            return new SaveSettings.Result.CurrencyLocked();
        }
        pipeline.send(settings.update(store, after, clock.instant()));
        return saved(
                store, actor, new Audit.Change("settings.updated", "settings", null, before.single(), after), after);
    }

    private SaveSettings.Result saved(StoreId store, Actor actor, Audit.Change change, StoreSettings after) {
        audit.record(store, actor, change);
        events.publishEvent(new StoreChanged(store.value()));
        return new SaveSettings.Result.Saved(after);
    }

    /** Whoever stores an amount holds the store's row, and an order its counter: so none is missed, and none comes after. */
    private boolean currencyLocked(StoreId store, StoreSettings before, StoreSettings after) {
        if (before.currency() == after.currency()) {
            return false;
        }
        pipeline.send(stores.lock(store));
        return before.defaultDeliveryFee() > 0
                || pipeline.ask(settings.lockOrderCount(store)).single() > 0
                || amounts.stream().anyMatch(each -> each.any(store));
    }

    /** Holds the currency until the transaction ends. What reads the settings for it comes after, in the same trip or later. */
    public Query<Boolean> holdCurrency(StoreId store) {
        return stores.hold(store);
    }

    /** Amounts that were read in a currency are about to be stored: it must be the store's, and stays it until they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireCurrency(StoreId store, Currency read) {
        var found = settings.find(store);
        pipeline.send(holdCurrency(store), found);
        if (found.first().orElse(StoreSettings.DEFAULTS).currency() != read) {
            throw new WriteConflict("a change of the store's currency");
        }
    }
}
