package iq.sendy.analytics.listeners;

import iq.sendy.analytics.SalesProjection;
import iq.sendy.kernel.StoreId;
import iq.sendy.returns.ReturnMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is paid back for a completed return is taken from the figures of its order's day. */
@Component
class ReturnFiguresListener {

    private final SalesProjection projection;

    ReturnFiguresListener(SalesProjection projection) {
        this.projection = projection;
    }

    @EventListener
    void on(ReturnMoved moved) {
        projection.returned(new StoreId(moved.store()), moved.order(), moved.request());
    }
}
