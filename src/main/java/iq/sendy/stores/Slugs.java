package iq.sendy.stores;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.stores.model.Slug;
import iq.sendy.stores.store.StoreDirectory;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Slugs of stores, which their own people change: the old one goes on leading to the store. */
@Service
public class Slugs {

    /** So many words of all that shops may be called are one store's. */
    static final int MOST = 20;

    private final StoreDirectory stores;
    private final Pipeline pipeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Slugs(StoreDirectory stores, Pipeline pipeline, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.stores = stores;
        this.pipeline = pipeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** One's own old slug may come back; another's is taken. */
    @Transactional
    public ChangeSlug.Result change(StoreId store, Actor actor, ChangeSlug command) {
        var slug = new Slug(command.slug().toLowerCase(Locale.ROOT));
        var found = stores.find(store);
        var owner = stores.findBySlug(slug.value());
        var count = stores.countSlugs(store);
        pipeline.send(stores.lock(store), found, owner, count);
        var before = found.single();
        if (owner.any() && !owner.single().id().equals(store)) {
            return new ChangeSlug.Result.SlugTaken();
        }
        if (!owner.any() && count.single() >= MOST) {
            return new ChangeSlug.Result.TooManySlugs();
        }
        if (before.slug().equals(slug.value())) {
            return new ChangeSlug.Result.Changed(before);
        }
        var claimed = stores.claimSlug(store, slug, clock.instant());
        var after = stores.find(store);
        pipeline.send(stores.retireSlug(store), claimed, after);
        if (!claimed.any()) {
            // Claimed by another store since we looked: the transaction starts over and then finds it taken.
            throw new WriteConflict("the slug was taken meanwhile");
        }
        audit.record(
                store,
                actor,
                Audit.Change.updated(
                        "store", store.value(), Map.of("slug", before.slug()), Map.of("slug", slug.value())));
        events.publishEvent(new StoreChanged(store.value()));
        return new ChangeSlug.Result.Changed(after.single());
    }
}
