package iq.sendy.catalog;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.stores.StoreSettings;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Telling the rest of the house, and the audit log, what became of products. */
@Component
class ProductEvents {

    private final Audit audit;
    private final ApplicationEventPublisher events;

    ProductEvents(Audit audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    /** One step's changes: first what every keeper of rows by product must know, then each by itself. */
    void changed(StoreId store, Actor actor, StoreSettings settings, List<ProductChange> changes, Instant now) {
        var listed = changes.stream()
                .filter(ProductChange::relisted)
                .map(ProductChange::listed)
                .toList();
        if (!listed.isEmpty()) {
            events.publishEvent(new ProductsListed(store.value(), listed, actor.kind(), actor.id(), actor.name(), now));
        }
        for (var change : changes) {
            events.publishEvent(change.event(store, settings.currency().name()));
        }
        audit.record(store, actor, changes.stream().map(ProductChange::audited).toList());
    }
}
