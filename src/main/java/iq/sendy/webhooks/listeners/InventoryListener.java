package iq.sendy.webhooks.listeners;

import iq.sendy.inventory.InventoryChanged;
import iq.sendy.inventory.InventoryItemBody;
import iq.sendy.inventory.InventoryLow;
import iq.sendy.inventory.ItemView;
import iq.sendy.kernel.StoreId;
import iq.sendy.webhooks.IntegrationEvent;
import iq.sendy.webhooks.Outbox;
import iq.sendy.webhooks.model.EventType;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stock that changed, and stock that became low. */
@Component
class InventoryListener {

    private final Outbox outbox;

    InventoryListener(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(InventoryChanged changed) {
        publish(changed.store(), EventType.INVENTORY_UPDATED, changed.item(), changed.sequence());
    }

    @EventListener
    void on(InventoryLow low) {
        publish(low.store(), EventType.INVENTORY_LOW, low.item(), low.sequence());
    }

    private void publish(UUID store, EventType type, ItemView item, long sequence) {
        outbox.publish(
                new StoreId(store),
                new IntegrationEvent(type, item.id(), sequence, item.updatedAt(), InventoryItemBody.of(item)));
    }
}
