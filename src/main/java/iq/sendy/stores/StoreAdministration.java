package iq.sendy.stores;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.tenancy.RunAsTenant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Administration of stores by operators. What they change is written into the platform's log and into the store's own,
 * which tells its owner too.
 */
@Service
public class StoreAdministration {

    private final Stores stores;
    private final RunAsTenant tenants;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    StoreAdministration(Stores stores, RunAsTenant tenants, Audit audit, ApplicationEventPublisher events) {
        this.stores = stores;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
    }

    /** The slug is the one thing that may be refused, so it is changed first. */
    @Transactional
    public ChangeStore.Result change(ChangeStore command) {
        var store = command.store();
        var before = stores.find(store);
        if (before.isEmpty()) {
            return new ChangeStore.NoSuchStore();
        }
        var slug = command.slug();
        if (slug != null && stores.move(store, slug) instanceof ChangeSlugResult.SlugTaken) {
            return new ChangeStore.SlugTaken();
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
        tenants.in(store, () -> {
            if (after.suspended() && !before.get().suspended()) {
                events.publishEvent(new StoreSuspended(store.value()));
            }
            audit.record(store, command.actor(), change);
            return true;
        });
        audit.record(StoreId.PLATFORM, command.actor(), change);
        return new ChangeStore.Changed(after);
    }

    private static Map<String, Object> shown(StoreView store) {
        return Map.of("name", store.name(), "slug", store.slug(), "isSuspended", store.suspended());
    }
}
