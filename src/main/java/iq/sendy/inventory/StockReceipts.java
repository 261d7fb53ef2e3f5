package iq.sendy.inventory;

import iq.sendy.inventory.store.IncomingStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Goods receipts: what suppliers delivered comes into the default warehouse. */
@Service
public class StockReceipts {

    private final IncomingStore incoming;
    private final StockTracking tracking;
    private final StockEvents stockEvents;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;

    StockReceipts(
            IncomingStore incoming,
            StockTracking tracking,
            StockEvents stockEvents,
            Pipeline pipeline,
            UuidGenerator uuidGenerator) {
        this.incoming = incoming;
        this.tracking = tracking;
        this.stockEvents = stockEvents;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
    }

    /** Goods of a purchase order, which are tracked from now on; their events are published here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StockChange> receive(StoreId store, UUID purchaseOrder, List<Demand> goods, Actor actor, Instant now) {
        var cause = new MovementCause(uuidGenerator.next(), null, purchaseOrder, null, actor, now);
        var received = incoming.receive(store, goods, cause);
        pipeline.send(received);
        var changes = received.answer();
        if (changes.size() < goods.stream().map(Demand::productId).distinct().count()) {
            throw new IllegalArgumentException("Goods of a product that is not there");
        }
        tracking.begin(
                store, actor, changes.stream().map(StockChange::productId).toList());
        stockEvents.publish(store, changes, StockEvents.NEVER_LOW, now);
        return changes;
    }
}
