package iq.sendy.catalog;

import iq.sendy.catalog.store.ProductStore;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.BeforeCommit;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publisher of product events: what became of products, for other modules, the audit log and the length of the list. */
@Component
class ProductEvents {

    private final ProductStore products;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final BeforeCommit beforeCommit;

    ProductEvents(ProductStore products, Audit audit, ApplicationEventPublisher events, BeforeCommit beforeCommit) {
        this.products = products;
        this.audit = audit;
        this.events = events;
        this.beforeCommit = beforeCommit;
    }

    /** The changes of one transaction: first what every keeper of rows by product must know, then each by itself. */
    void publish(StoreId store, Actor actor, Currency currency, List<ProductChange> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        var more = changes.stream().mapToLong(ProductChange::listsMore).sum();
        if (more != 0) {
            beforeCommit.add(BeforeCommit.LockOrder.SEQUENCES, products.countListed(store, more));
        }
        var listed = changes.stream()
                .filter(ProductChange::relisted)
                .map(ProductChange::listed)
                .toList();
        if (!listed.isEmpty()) {
            events.publishEvent(new ProductsListed(store.value(), listed, actor.kind(), actor.id(), actor.name(), now));
        }
        for (var change : changes) {
            events.publishEvent(change.event(store, currency.name()));
        }
        audit.record(store, actor, changes.stream().map(ProductChange::audited).toList());
    }
}
