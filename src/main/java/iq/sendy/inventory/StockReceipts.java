package iq.sendy.inventory;

import iq.sendy.catalog.Offer;
import iq.sendy.catalog.Products;
import iq.sendy.inventory.store.IncomingStore;
import iq.sendy.inventory.store.ValuationStore;
import iq.sendy.inventory.store.ValuationStore.ValuedGoods;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Goods receipts: what suppliers delivered comes into the default warehouse, and restates what a piece costs on average. */
@Service
public class StockReceipts {

    private final IncomingStore incoming;
    private final ValuationStore valuations;
    private final Products catalog;
    private final StockTracking tracking;
    private final StockEvents stockEvents;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;

    StockReceipts(
            IncomingStore incoming,
            ValuationStore valuations,
            Products catalog,
            StockTracking tracking,
            StockEvents stockEvents,
            Pipeline pipeline,
            UuidGenerator uuidGenerator) {
        this.incoming = incoming;
        this.valuations = valuations;
        this.catalog = catalog;
        this.tracking = tracking;
        this.stockEvents = stockEvents;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
    }

    /** Looks at the stock of products before anything is written: goods for which there is no room stay out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ExpectedGoods expect(StoreId store, Collection<UUID> products) {
        var trip = pipeline.open();
        var offers = trip.add(catalog.offers(store, List.of(), List.copyOf(products)));
        trip.add(valuations.lockItems(store, products));
        var uncounted = trip.add(valuations.uncounted(store, products));
        var room = trip.add(incoming.room(store, products));
        trip.send();
        return new ExpectedGoods(offers.answer(), uncounted.answer(), byProduct(room.answer()));
    }

    /** How many pieces of each product would fit into the default warehouse, were they to come in now. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> room(StoreId store, Collection<UUID> products) {
        return byProduct(pipeline.ask(incoming.room(store, products)).answer());
    }

    private static Map<UUID, Long> byProduct(List<StockRoom> room) {
        return room.stream().collect(Collectors.toMap(StockRoom::productId, StockRoom::pieces));
    }

    /**
     * Goods of a purchase order, which are tracked from now on; their events are published here.
     *
     * @param goods for which there is room
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StockChange> receive(
            StoreId store,
            UUID purchaseOrder,
            ExpectedGoods expected,
            List<ReceivedGoods> goods,
            Actor actor,
            Instant now) {
        var cause = new MovementCause(uuidGenerator.next(), null, purchaseOrder, null, actor, now);
        var products = goods.stream().map(ReceivedGoods::productId).collect(Collectors.toSet());
        var pieces = goods.stream().filter(each -> each.pieces() > 0).toList();
        // The averages come first: they look at what is there before the goods are.
        var trip = pipeline.open();
        var costs = trip.add(valuations.receive(store, purchaseOrder, valued(goods, expected.offers()), now));
        var received = trip.addIf(!pieces.isEmpty(), () -> incoming.receive(store, pieces, cause));
        trip.send();
        var changes = received.answer();
        if (changes.size()
                < pieces.stream().map(ReceivedGoods::productId).distinct().count()) {
            throw new IllegalArgumentException("Goods of a product that is not there");
        }
        pipeline.send(catalog.keepAverageCosts(store, costs.answer()));
        var begun = pieces.isEmpty()
                ? List.<UUID>of()
                : expected.uncounted().stream().filter(products::contains).toList();
        if (!begun.isEmpty()) {
            tracking.begin(store, actor, begun);
        }
        stockEvents.publish(store, changes, StockEvents.NEVER_LOW, now);
        return changes;
    }

    /** What goods would make of stock and average costs, were they to come in now; nothing is written. */
    @Transactional(readOnly = true)
    public List<StockForecast> foresee(StoreId store, List<ReceivedGoods> goods) {
        var products = goods.stream().map(ReceivedGoods::productId).distinct().toList();
        var offers = pipeline.ask(catalog.offers(store, List.of(), products)).answer();
        return pipeline.ask(valuations.foresee(store, valued(goods, offers))).answer();
    }

    private static List<ValuedGoods> valued(List<ReceivedGoods> goods, List<Offer> offers) {
        var own = new HashMap<UUID, @Nullable Long>();
        offers.forEach(offer -> own.put(offer.productId(), offer.unitCost()));
        return goods.stream()
                .map(each -> new ValuedGoods(each, own.get(each.productId())))
                .toList();
    }
}
