package iq.sendy.storefront;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.StoreLock;
import iq.sendy.storefront.model.FieldChanges;
import iq.sendy.storefront.store.DomainDirectory;
import iq.sendy.storefront.store.StorefrontStore;
import java.time.Clock;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** An edit of a storefront: the changes of one store come one after the other, and each is logged by what it changed. */
@Component
class StorefrontEdits {

    private static final String TYPE = "storefront";

    private final StorefrontStore storefronts;
    private final DomainDirectory domains;
    private final Pipeline pipeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StorefrontEdits(
            StorefrontStore storefronts,
            DomainDirectory domains,
            Pipeline pipeline,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.storefronts = storefronts;
        this.domains = domains;
        this.pipeline = pipeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The storefront as it is, which nobody else edits until the transaction ends. */
    StorefrontSettings lock(StoreId store) {
        var trip = pipeline.open();
        trip.add(StoreLock.take(store, TYPE));
        var found = trip.add(storefronts.find(store));
        trip.send();
        return found.first().orElse(StorefrontSettings.NONE);
    }

    /** An edit that changes nothing leaves no trace. A domain that is not this store's any more is free for others. */
    StorefrontSettings edit(StoreId store, Actor actor, String verb, UnaryOperator<StorefrontSettings> edit) {
        var before = lock(store);
        var after = edit.apply(before);
        if (after.equals(before)) {
            return before;
        }
        var trip = pipeline.open();
        trip.addIf(!Objects.equals(before.domain(), after.domain()), () -> domains.release(store));
        trip.add(storefronts.save(store, after, clock.instant()));
        trip.send();
        record(store, actor, verb, before, after);
        return after;
    }

    void record(StoreId store, Actor actor, String verb, StorefrontSettings before, StorefrontSettings after) {
        var changed = FieldChanges.between(before, after);
        audit.record(store, actor, new Audit.Change(TYPE + "." + verb, TYPE, null, changed.before(), changed.after()));
        events.publishEvent(new StorefrontChanged(store.value()));
    }
}
