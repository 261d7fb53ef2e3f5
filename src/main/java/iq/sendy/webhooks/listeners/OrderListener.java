package iq.sendy.webhooks.listeners;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderBody;
import iq.sendy.orders.OrderChanged;
import iq.sendy.orders.OrderMoved;
import iq.sendy.orders.OrderPlaced;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.webhooks.IntegrationEvent;
import iq.sendy.webhooks.Outbox;
import iq.sendy.webhooks.model.EventType;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No order without its event, no event without its order. */
@Component
class OrderListener {

    private final Outbox outbox;

    OrderListener(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A sale at the counter is born delivered: created and delivered in one. */
    @EventListener
    void on(OrderPlaced placed) {
        var order = placed.order();
        publish(placed.store(), EventType.ORDER_CREATED, order, 1);
        if (order.status() == OrderStatus.DELIVERED) {
            publish(
                    placed.store(),
                    EventType.ORDER_DELIVERED,
                    order,
                    order.revision().sequence());
        }
    }

    @EventListener
    void on(OrderChanged changed) {
        publish(
                changed.store(),
                EventType.ORDER_UPDATED,
                changed.order(),
                changed.order().revision().sequence());
    }

    @EventListener
    void on(OrderMoved moved) {
        var order = moved.order();
        publish(moved.store(), EventType.ORDER_STATUS_CHANGED, order, moved.sequence());
        if (order.status().toldTwice()) {
            var type = order.status() == OrderStatus.DELIVERED ? EventType.ORDER_DELIVERED : EventType.ORDER_CANCELLED;
            publish(moved.store(), type, order, order.revision().sequence());
        }
    }

    private void publish(UUID store, EventType type, OrderView order, long sequence) {
        outbox.publish(
                new StoreId(store),
                new IntegrationEvent(
                        type, order.id(), sequence, order.revision().updatedAt(), OrderBody.of(order)));
    }
}
