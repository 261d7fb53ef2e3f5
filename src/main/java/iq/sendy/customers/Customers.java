package iq.sendy.customers;

import iq.sendy.customers.store.CustomerStore;
import iq.sendy.customers.store.CustomerStore.OrderOutcome;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers of a store, one record for each phone. Whoever changes an order has its queries and counts share the order's trips. */
@Service
public class Customers {

    private final CustomerStore customers;
    private final Pipeline pipeline;
    private final Audit audit;
    private final Clock clock;

    Customers(CustomerStore customers, Pipeline pipeline, Audit audit, Clock clock) {
        this.customers = customers;
        this.pipeline = pipeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the owners of phones stand; a row for each that has ordered before. Nothing is locked. */
    public Query<CustomerStanding> standings(StoreId store, Collection<Phone> phones) {
        return customers.standings(store, phones);
    }

    /**
     * Counts the orders of buyers with a phone each, making the record if it is the phone's first: a row for each that was
     * counted. Without one the customer was blocked meanwhile, and the transaction must roll back.
     */
    public Query<Phone> ordered(StoreId store, List<Buyer> buyers, Instant now) {
        return customers.ordered(store, buyers, now);
    }

    /** As {@link #ordered}, of orders that have happened: a customer who is blocked has ordered, too. */
    public Query<Phone> orderedAnyway(StoreId store, List<Buyer> buyers, Instant now) {
        return customers.orderedAnyway(store, buyers, now);
    }

    /** Counts a delivery and the money that came with it. */
    public Query<Boolean> delivered(StoreId store, Phone phone, long collected, Instant now) {
        return customers.count(store, phone, OrderOutcome.DELIVERED, collected, now);
    }

    /** Counts a parcel that was refused at the door. */
    public Query<Boolean> refused(StoreId store, Phone phone, Instant now) {
        return customers.count(store, phone, OrderOutcome.REFUSED, 0, now);
    }

    /** Counts a delivered order that came back whole, and takes what was refunded off the money collected. */
    public Query<Boolean> returned(StoreId store, Phone phone, long refunded, Instant now) {
        return customers.count(store, phone, OrderOutcome.RETURNED, -refunded, now);
    }

    /** Takes what was refunded for some pieces off the money collected; the order stays delivered. */
    public Query<Boolean> refunded(StoreId store, Phone phone, long refunded, Instant now) {
        return customers.count(store, phone, OrderOutcome.NOTHING, -refunded, now);
    }

    /**
     * Newest first.
     *
     * @param q a part of the name, a phone in any form or its last four or more digits; null for all
     */
    @Transactional(readOnly = true)
    public Page<CustomerView> list(StoreId store, @Nullable String q, Paging paging) {
        return customers.list(store, q).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<CustomerView> find(StoreId store, UUID id) {
        return pipeline.ask(customers.find(store, id)).first();
    }

    /** {@code change} sees what is said of the customer, locked, and answers what shall be said. Empty when there is none. */
    @Transactional
    public Optional<CustomerView> change(
            StoreId store, Actor actor, UUID id, UnaryOperator<CustomerView.About> change) {
        return pipeline.ask(customers.lock(store, id)).first().map(before -> {
            var after = change.apply(before.about());
            var changed = pipeline.ask(customers.update(store, id, after, clock.instant()));
            audit.record(store, actor, Change.updated("customer", id, before.about(), after));
            return changed.single();
        });
    }
}
