package iq.sendy.webhooks.listeners;

import iq.sendy.catalog.ProductBody;
import iq.sendy.catalog.ProductCreated;
import iq.sendy.catalog.ProductDeleted;
import iq.sendy.catalog.ProductUpdated;
import iq.sendy.catalog.ProductView;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.webhooks.IntegrationEvent;
import iq.sendy.webhooks.Outbox;
import iq.sendy.webhooks.model.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Products that came, changed and went. */
@Component
class CatalogListener {

    private final Outbox outbox;

    CatalogListener(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(ProductCreated created) {
        publish(created.store(), EventType.PRODUCT_CREATED, created.product(), created.available(), created.currency());
    }

    @EventListener
    void on(ProductUpdated updated) {
        publish(updated.store(), EventType.PRODUCT_UPDATED, updated.product(), updated.available(), updated.currency());
    }

    @EventListener
    void on(ProductDeleted deleted) {
        publish(deleted.store(), EventType.PRODUCT_DELETED, deleted.product(), deleted.available(), deleted.currency());
    }

    private void publish(UUID store, EventType type, ProductView product, @Nullable Long available, String currency) {
        var body = ProductBody.of(product, available, Currency.valueOf(currency));
        outbox.publish(
                new StoreId(store),
                new IntegrationEvent(type, product.id(), product.sequence(), product.updatedAt(), body));
    }
}
