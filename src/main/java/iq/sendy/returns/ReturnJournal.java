package iq.sendy.returns;

import iq.sendy.inventory.StockChange;
import iq.sendy.inventory.StockEvents;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Audit entry and events of each change of a return. */
@Component
class ReturnJournal {

    /** Stock that grows does not run low. */
    private static final long NEVER_LOW = -1;

    private final ReturnCash cash;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final StockEvents stockEvents;

    ReturnJournal(ReturnCash cash, Audit audit, ApplicationEventPublisher events, StockEvents stockEvents) {
        this.cash = cash;
        this.audit = audit;
        this.events = events;
        this.stockEvents = stockEvents;
    }

    /** A new return, as it is told. */
    ReturnView requested(StoreId store, Actor actor, OrderView order, ReturnView stored) {
        var request = cash.of(store, order, stored);
        var after = Map.of("orderId", request.orderId(), "refundAmount", refund(request));
        audit.record(
                store, actor, new Audit.Change("return_request.created", "return_request", request.id(), null, after));
        events.publishEvent(new ReturnRequested(store.value(), request));
        return request;
    }

    /** The return after a step that was sent, unless another one came before it. */
    ReturnView moved(
            StoreId store,
            Actor actor,
            OrderView order,
            ReturnView before,
            Query<UUID> moved,
            Query<ReturnView> found) {
        if (moved.first().isEmpty()) {
            throw new WriteConflict("another step of the return");
        }
        var after = cash.of(store, order, found.single());
        audit.record(
                store,
                actor,
                new Audit.Change(
                        "return_request." + after.status(),
                        "return_request",
                        after.id(),
                        Map.of("status", before.status().toString()),
                        Map.of("status", after.status().toString(), "refundAmount", refund(after))));
        events.publishEvent(new ReturnMoved(store.value(), order, after));
        return after;
    }

    void restocked(StoreId store, List<StockChange> changes, Instant now) {
        stockEvents.publish(store, changes, NEVER_LOW, now);
    }

    private static Object refund(ReturnView request) {
        return request.refund().currency().onWire(request.refund().amount());
    }
}
