package iq.sendy.stores;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.stores.model.Slug;
import iq.sendy.stores.store.SettingsStore;
import iq.sendy.stores.store.StoreDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The stores of this deployment, their slugs and their settings. */
@Service
public class Stores {

    /** After so many numbers behind one name something else is wrong. */
    private static final int MOST_NUMBERS = 1_000;

    private final StoreDirectory stores;
    private final SettingsStore settings;
    private final ObjectProvider<StoredAmounts> amounts;
    private final Pipeline pipeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Stores(
            StoreDirectory stores,
            SettingsStore settings,
            ObjectProvider<StoredAmounts> amounts,
            Pipeline pipeline,
            Audit audit,
            ApplicationEventPublisher events,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.stores = stores;
        this.settings = settings;
        this.amounts = amounts;
        this.pipeline = pipeline;
        this.audit = audit;
        this.events = events;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** A new store's id, which must be known before the transaction that makes the store. */
    public StoreId nextId() {
        return new StoreId(uuidGenerator.next());
    }

    /** Opens a store inside the step that also makes its owner. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OpenStoreResult open(StoreId store, OpenStore command) {
        var now = clock.instant();
        if (command.slug() == null) {
            return new OpenStoreResult.Opened(openByName(store, command.name(), now));
        }
        var wanted = command.slug().toLowerCase(Locale.ROOT);
        if (!Slug.valid(wanted)) {
            return new OpenStoreResult.SlugInvalid();
        }
        if (Slug.reserved(wanted)) {
            return new OpenStoreResult.SlugReserved();
        }
        if (!stores.insert(store, command.name(), new Slug(wanted), now)) {
            return new OpenStoreResult.SlugTaken();
        }
        events.publishEvent(new StoreOpened(store.value(), now));
        return new OpenStoreResult.Opened(new StoreView(store, command.name(), wanted, null, now));
    }

    private StoreView openByName(StoreId store, String name, Instant now) {
        var plain = Slug.fromName(name);
        for (var number = 1; number <= MOST_NUMBERS; number++) {
            var slug = number == 1 ? plain : plain.numbered(number);
            if (stores.insert(store, name, slug, now)) {
                events.publishEvent(new StoreOpened(store.value(), now));
                return new StoreView(store, name, slug.value(), null, now);
            }
        }
        throw new IllegalStateException("No free slug for this name");
    }

    /** What is wrong with a wanted slug, without claiming it, so that a form hears of it together with the rest. */
    public Optional<Violation> slugViolation(String wanted) {
        var slug = wanted.toLowerCase(Locale.ROOT);
        if (!Slug.valid(slug)) {
            return Optional.of(Violation.at("slug", "slug.invalid"));
        }
        return Slug.reserved(slug) ? Optional.of(Violation.at("slug", "slug.reserved")) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public Optional<StoreView> find(StoreId store) {
        return stores.find(store);
    }

    /** The store that a slug leads to, an old slug too. */
    @Transactional(readOnly = true)
    public Optional<StoreView> findBySlug(String slug) {
        return stores.findBySlug(slug.toLowerCase(Locale.ROOT));
    }

    /** Every store of the deployment, for work that goes from store to store. */
    @Transactional(readOnly = true)
    public List<StoreId> all() {
        return stores.all();
    }

    /** All stores, newest first, for operators. */
    @Transactional(readOnly = true)
    public Page<StoreView> list(Paging paging) {
        var cursor = paging.cursor();
        var parts = cursor == null ? null : cursor.split("_", -1);
        var found = stores.list(
                parts == null ? null : Instant.ofEpochMilli(Long.parseLong(parts[0])),
                parts == null ? null : UUID.fromString(parts[1]),
                paging.offset(),
                paging.pageSize() + 1);
        return Page.of(
                paging,
                found,
                cursor == null ? stores.count() : null,
                store -> store.createdAt().toEpochMilli() + "_" + store.id());
    }

    /** Stops a store from trading, or lets it trade again; empty when there is no such store. */
    @Transactional
    public Optional<StoreView> suspend(StoreId store, boolean suspended) {
        var before = stores.lock(store) ? stores.find(store) : Optional.<StoreView>empty();
        if (before.isEmpty() || before.get().suspended() == suspended) {
            return before;
        }
        stores.setSuspended(store, suspended ? clock.instant() : null);
        events.publishEvent(new StoreChanged(store.value()));
        return stores.find(store);
    }

    /** Gives a store another name; its slug stays. */
    @Transactional
    public void rename(StoreId store, String name) {
        stores.rename(store, name);
        events.publishEvent(new StoreChanged(store.value()));
    }

    /** Gives a store another slug; the old one goes on leading to it. */
    @Transactional
    public ChangeSlugResult move(StoreId store, String slug) {
        var wanted = slug.toLowerCase(Locale.ROOT);
        if (!Slug.valid(wanted)) {
            return new ChangeSlugResult.SlugInvalid();
        }
        if (Slug.reserved(wanted)) {
            return new ChangeSlugResult.SlugReserved();
        }
        if (!stores.lock(store)) {
            return new ChangeSlugResult.NoSuchStore();
        }
        var owner = stores.findBySlug(wanted);
        if (owner.isPresent() && !owner.get().id().equals(store)) {
            return new ChangeSlugResult.SlugTaken();
        }
        stores.retireSlug(store);
        if (!stores.claimSlug(store, new Slug(wanted), clock.instant())) {
            // Claimed by another store since we looked: the step starts over and then finds it taken.
            throw new WriteConflict("the slug was taken meanwhile");
        }
        events.publishEvent(new StoreChanged(store.value()));
        return new ChangeSlugResult.Moved(stores.find(store).orElseThrow());
    }

    /** The settings as a question that shares a trip; no answer means {@link StoreSettings#DEFAULTS}. */
    public Query<StoreSettings> settings(StoreId store) {
        return settings.find(store);
    }

    /** The settings of a store, in a trip of their own. */
    @Transactional(readOnly = true)
    public StoreSettings settingsOf(StoreId store) {
        return settingsIfMade(store).orElse(StoreSettings.DEFAULTS);
    }

    /** The settings of a store, if they have been made. */
    @Transactional(readOnly = true)
    public Optional<StoreSettings> settingsIfMade(StoreId store) {
        var question = settings.find(store);
        pipeline.send(question);
        return question.first();
    }

    /** Makes the settings, once. */
    @Transactional
    public SaveSettingsResult makeSettings(StoreId store, Actor actor, StoreSettings made) {
        if (settingsIfMade(store).isPresent()) {
            return new SaveSettingsResult.ExistAlready();
        }
        if (currencyLocked(store, StoreSettings.DEFAULTS, made)) {
            return new SaveSettingsResult.CurrencyLocked();
        }
        if (!settings.insert(store, made, clock.instant())) {
            return new SaveSettingsResult.ExistAlready();
        }
        audit.record(store, actor, new Audit.Change("settings.created", "settings", null, null, made));
        events.publishEvent(new StoreChanged(store.value()));
        return new SaveSettingsResult.Saved(made);
    }

    /** Changes the settings: {@code change} sees them locked as they are and answers them as they shall be. */
    @Transactional
    public SaveSettingsResult changeSettings(StoreId store, Actor actor, UnaryOperator<StoreSettings> change) {
        var before = settings.lock(store);
        if (before.isEmpty()) {
            return new SaveSettingsResult.Missing();
        }
        var after = change.apply(before.get());
        if (currencyLocked(store, before.get(), after)) {
            return new SaveSettingsResult.CurrencyLocked();
        }
        settings.update(store, after, clock.instant());
        audit.record(store, actor, new Audit.Change("settings.updated", "settings", null, before.get(), after));
        events.publishEvent(new StoreChanged(store.value()));
        return new SaveSettingsResult.Saved(after);
    }

    /** Whoever stores an amount holds the store's row, and an order its counter: so none is missed, and none comes after. */
    private boolean currencyLocked(StoreId store, StoreSettings before, StoreSettings after) {
        if (before.currency() == after.currency()) {
            return false;
        }
        stores.lock(store);
        return before.defaultDeliveryFee() > 0
                || settings.lockOrderCount(store) > 0
                || amounts.stream().anyMatch(each -> each.any(store));
    }

    /** Holds the currency until the transaction ends. What reads the settings for it comes after, in the same trip or later. */
    public Query<Boolean> currencyHeld(StoreId store) {
        return stores.hold(store);
    }

    /** Amounts that were read in a currency are about to be stored: it must be the store's, and stays it until they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepCurrency(StoreId store, Currency read) {
        var held = settings.find(store);
        pipeline.send(currencyHeld(store), held);
        if (held.first().orElse(StoreSettings.DEFAULTS).currency() != read) {
            throw new WriteConflict("a change of the store's currency");
        }
    }
}
