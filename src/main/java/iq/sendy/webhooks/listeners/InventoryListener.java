package iq.sendy.webhooks.listeners;

import iq.sendy.inventory.InventoryChanged;
import iq.sendy.inventory.InventoryItemBody;
import iq.sendy.inventory.InventoryLow;
import iq.sendy.inventory.ItemView;
import iq.sendy.kernel.StoreId;
import iq.sendy.webhooks.IntegrationEvent;
import iq.sendy.webhooks.Webhooks;
import iq.sendy.webhooks.model.EventType;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stock that changed, and stock that became low. */
@Component
class InventoryListener {

    private final Webhooks webhooks;

    InventoryListener(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @EventListener
    void on(InventoryChanged changed) {
        tell(changed.store(), EventType.INVENTORY_UPDATED, changed.item(), changed.sequence());
    }

    @EventListener
    void on(InventoryLow low) {
        tell(low.store(), EventType.INVENTORY_LOW, low.item(), low.sequence());
    }

    private void tell(UUID store, EventType type, ItemView item, long sequence) {
        webhooks.tell(
                new StoreId(store),
                new IntegrationEvent(type, item.id(), sequence, item.updatedAt(), InventoryItemBody.of(item)));
    }
}
