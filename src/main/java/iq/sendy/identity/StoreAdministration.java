package iq.sendy.identity;

import iq.sendy.identity.store.SignInStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.tenancy.RunAsTenant;
import iq.sendy.stores.ChangeSlugResult;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Administration of stores by operators. What operators do to stores, written into the platform's log and into the
 * store's own, which tells its owner too.
 */
@Component
class StoreAdministration {

    private final Stores stores;
    private final Registration registration;
    private final SignInStore signIns;
    private final RunAsTenant steps;
    private final Audit audit;
    private final Clock clock;

    StoreAdministration(
            Stores stores,
            Registration registration,
            SignInStore signIns,
            RunAsTenant steps,
            Audit audit,
            Clock clock) {
        this.stores = stores;
        this.registration = registration;
        this.signIns = signIns;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a store as its owner would, in one transaction with the platform's log. */
    @Transactional
    public StoreView open(Register command, Actor operator, String passwordHash) {
        var store = stores.nextId();
        var opened = steps.in(store, () -> registration.open(store, command, passwordHash, Optional.of(operator)));
        var view = Objects.requireNonNull(opened.where());
        audit.record(
                StoreId.PLATFORM,
                operator,
                new Audit.Change("store.created", "store", store.value(), null, shown(view)));
        return view;
    }

    /** The slug is the one thing that may be refused, so it is changed first. */
    @Transactional
    public ChangeStoreResult change(ChangeStore command) {
        var store = command.store();
        var before = stores.find(store);
        if (before.isEmpty()) {
            return new ChangeStoreResult.NoSuchStore();
        }
        var slug = command.slug();
        if (slug != null && stores.move(store, slug) instanceof ChangeSlugResult.SlugTaken) {
            return new ChangeStoreResult.SlugTaken();
        }
        var name = command.name();
        if (name != null) {
            stores.rename(store, name);
        }
        var suspended = command.suspended();
        if (suspended != null) {
            stores.suspend(store, suspended);
        }
        var after = stores.find(store).orElseThrow();
        var change = new Audit.Change("store.updated", "store", store.value(), shown(before.get()), shown(after));
        steps.in(store, () -> {
            if (after.suspended() && !before.get().suspended()) {
                signIns.endAll(store, clock.instant());
            }
            audit.record(store, command.actor(), change);
            return true;
        });
        audit.record(StoreId.PLATFORM, command.actor(), change);
        return new ChangeStoreResult.Changed(after);
    }

    private static Map<String, Object> shown(StoreView store) {
        return Map.of("name", store.name(), "slug", store.slug(), "isSuspended", store.suspended());
    }
}
