package iq.sendy.agent;

import iq.sendy.agent.AgentQuote.QuoteState;
import iq.sendy.agent.store.QuoteStore;
import iq.sendy.catalog.Quantities;
import iq.sendy.inventory.Allocation;
import iq.sendy.inventory.Demand;
import iq.sendy.inventory.StockChange;
import iq.sendy.inventory.StockEvents;
import iq.sendy.inventory.StockReservations;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds of quotes: pieces that nobody else can buy while a quote is good. They are reservations as an order's, whose holder is
 * the quote.
 */
@Component
class QuoteHolds {

    /** Who holds and who orders, as ledgers and timelines show it. */
    static final Actor AGENT = new Actor("agent", null, "Agent", null);

    /** Why, in the ledger of stock. */
    private static final String REASON = "quote";

    private final QuoteStore quotes;
    private final StockReservations reservations;
    private final StockEvents stockEvents;
    private final Quantities quantities;
    private final QuoteJobs jobs;
    private final Pipeline pipeline;

    QuoteHolds(
            QuoteStore quotes,
            StockReservations reservations,
            StockEvents stockEvents,
            Quantities quantities,
            QuoteJobs jobs,
            Pipeline pipeline) {
        this.quotes = quotes;
        this.reservations = reservations;
        this.stockEvents = stockEvents;
        this.quantities = quantities;
        this.jobs = jobs;
        this.pipeline = pipeline;
    }

    /**
     * One quote in place of another.
     *
     * @param before whose pieces are free again; null where there is none
     * @param demands of tracked products alone
     * @param isHeld whether pieces are held for it, or only looked at
     */
    record Exchange(@Nullable UUID before, UUID quote, List<Demand> demands, boolean isHeld, long lowThreshold) {}

    /** Frees what was held before, and holds what is wanted, or nothing where there is too little; answers of what. */
    Set<UUID> replace(StoreId store, Exchange exchange, Instant now) {
        var before = exchange.before();
        var trip = pipeline.open();
        var freed = trip.add(before == null ? Query.<StockChange>none() : freed(store, before, now));
        if (before != null) {
            trip.add(quotes.settle(store, before, QuoteState.REPLACED, now));
        }
        var wants = exchange.demands();
        var taken = trip.add(
                exchange.isHeld() && !wants.isEmpty()
                        ? reservations.hold(store, exchange.quote(), wants, REASON, AGENT, now)
                        : Query.<Allocation>none());
        var left = trip.add(
                exchange.isHeld() || wants.isEmpty()
                        ? Query.<Quantities.Quantity>none()
                        : quantities.availableOf(
                                store, wants.stream().map(Demand::productId).toList()));
        trip.send();
        var changes = new ArrayList<>(freed.answer());
        taken.answer().stream().map(Allocation::change).filter(Objects::nonNull).forEach(changes::add);
        published(store, changes, exchange.lowThreshold(), now);
        var lacking = new HashSet<UUID>();
        taken.answer().stream()
                .filter(Allocation::fallsShort)
                .map(Allocation::productId)
                .forEach(lacking::add);
        if (!exchange.isHeld()) {
            lacking.addAll(lacking(wants, left.answer()));
        }
        return lacking;
    }

    private static Set<UUID> lacking(List<Demand> wants, List<Quantities.Quantity> left) {
        var available = new HashMap<UUID, Long>();
        left.forEach(quantity -> available.put(quantity.productId(), quantity.available()));
        var lacking = new HashSet<UUID>();
        wants.stream()
                .filter(want -> available.getOrDefault(want.productId(), 0L) < want.quantity())
                .map(Demand::productId)
                .forEach(lacking::add);
        return lacking;
    }

    /** Gives back what is held for a quote, as a statement; whoever sends it tells {@link StockEvents}. */
    Query<StockChange> freed(StoreId store, UUID quote, Instant now) {
        return reservations.free(store, quote, REASON, AGENT, now);
    }

    /** Open quotes, whose rows this transaction has, are no more, and what was held for them is free. */
    void end(StoreId store, Collection<UUID> open, QuoteState state, Instant now) {
        var freed = new ArrayList<Query<StockChange>>();
        var trip = pipeline.open();
        for (var quote : open) {
            freed.add(trip.add(freed(store, quote, now)));
            trip.add(quotes.settle(store, quote, state, now));
        }
        trip.send();
        var changes = freed.stream().flatMap(each -> each.answer().stream()).toList();
        // More pieces make nothing few.
        published(store, changes, Long.MIN_VALUE, now);
    }

    private void published(StoreId store, List<StockChange> changes, long lowThreshold, Instant now) {
        if (!changes.isEmpty()) {
            stockEvents.publish(store, changes, lowThreshold, now);
        }
    }

    /** The quote ends by itself. */
    void expireLater(StoreId store, AgentQuote quote) {
        jobs.expireLater(store, quote);
    }
}
