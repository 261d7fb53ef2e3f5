package iq.sendy.stores;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.RunAsTenant;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.stores.model.Slug;
import iq.sendy.stores.store.StoreDirectory;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Administration of stores by operators. What they change is written into the platform's log and into the store's own,
 * which tells its owner too.
 */
@Service
public class StoreAdministration {

    private final StoreDirectory stores;
    private final Pipeline pipeline;
    private final RunAsTenant tenants;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoreAdministration(
            StoreDirectory stores,
            Pipeline pipeline,
            RunAsTenant tenants,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stores = stores;
        this.pipeline = pipeline;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The old slug goes on leading to the store. The slug is the one thing that may be refused. */
    @Transactional
    public ChangeStore.Result change(ChangeStore command) {
        var store = command.store();
        var slug = command.slug() == null ? null : new Slug(command.slug().toLowerCase(Locale.ROOT));
        var trip = pipeline.open();
        trip.add(stores.lock(store));
        var found = trip.add(stores.find(store));
        var owner = slug == null ? null : trip.add(stores.findBySlug(slug.value()));
        trip.send();
        if (!found.any()) {
            return new ChangeStore.NoSuchStore();
        }
        if (owner != null && owner.any() && !owner.single().id().equals(store)) {
            return new ChangeStore.SlugTaken();
        }
        var before = found.single();
        var after = write(command, slug, before);
        if (!after.equals(before)) {
            events.publishEvent(new StoreChanged(store.value()));
        }
        var change = Change.updated("store", store.value(), shown(before), shown(after));
        tenants.in(store, () -> {
            if (after.suspended() && !before.suspended()) {
                events.publishEvent(new StoreSuspended(store.value()));
            }
            audit.record(store, command.actor(), change);
            return true;
        });
        audit.record(StoreId.PLATFORM, command.actor(), change);
        return new ChangeStore.Changed(after);
    }

    private StoreView write(ChangeStore command, @Nullable Slug slug, StoreView before) {
        var store = before.id();
        var now = clock.instant();
        var trip = pipeline.open();
        if (slug != null) {
            trip.add(stores.retireSlug(store));
        }
        var claimed = slug == null ? null : trip.add(stores.claimSlug(store, slug, now));
        var name = command.name();
        if (name != null) {
            trip.add(stores.rename(store, name));
        }
        var suspended = command.suspended();
        if (suspended != null && suspended != before.suspended()) {
            trip.add(stores.setSuspended(store, suspended ? now : null));
        }
        var after = trip.add(stores.find(store));
        trip.send();
        if (claimed != null && !claimed.any()) {
            // Claimed by another store since we looked: the transaction starts over and then finds it taken.
            throw new WriteConflict("the slug was taken meanwhile");
        }
        return after.single();
    }

    private static Map<String, Object> shown(StoreView store) {
        return Map.of("name", store.name(), "slug", store.slug(), "isSuspended", store.suspended());
    }
}
