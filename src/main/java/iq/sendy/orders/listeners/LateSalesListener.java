package iq.sendy.orders.listeners;

import iq.sendy.cashier.LateSalesBooked;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.CounterOrders;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A late sale shows the session that it came into. */
@Component
class LateSalesListener {

    private final CounterOrders orders;

    LateSalesListener(CounterOrders orders) {
        this.orders = orders;
    }

    @EventListener
    void on(LateSalesBooked booked) {
        orders.bookInSession(new StoreId(booked.store()), booked.session(), booked.orders());
    }
}
