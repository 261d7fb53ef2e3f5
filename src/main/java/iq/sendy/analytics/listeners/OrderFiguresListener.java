package iq.sendy.analytics.listeners;

import iq.sendy.analytics.SalesProjection;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderChanged;
import iq.sendy.orders.OrderMoved;
import iq.sendy.orders.OrderPlaced;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No order without its figures, no figures without their order. */
@Component
class OrderFiguresListener {

    private final SalesProjection projection;

    OrderFiguresListener(SalesProjection projection) {
        this.projection = projection;
    }

    @EventListener
    void on(OrderPlaced placed) {
        projection.placed(new StoreId(placed.store()), placed.order());
    }

    @EventListener
    void on(OrderChanged changed) {
        projection.changed(new StoreId(changed.store()), changed.before(), changed.order());
    }

    @EventListener
    void on(OrderMoved moved) {
        projection.changed(new StoreId(moved.store()), moved.before(), moved.order());
    }
}
