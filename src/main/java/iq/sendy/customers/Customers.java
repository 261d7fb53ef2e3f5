package iq.sendy.customers;

import iq.sendy.customers.store.CustomerStore;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
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

/** One record per phone. Whoever changes an order has its questions and counts share the order's trips. */
@Service
public class Customers {

    private final CustomerStore customers;
    private final Audit audit;
    private final Clock clock;

    Customers(CustomerStore customers, Audit audit, Clock clock) {
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the owner of a phone stands; no row when nobody has ordered with it. Nothing is locked. */
    public Query<CustomerStanding> standing(StoreId store, Phone phone) {
        return customers.standings(store, List.of(phone));
    }

    /** As {@link #standing}, of many; a row for each that is known. */
    public Query<CustomerStanding> standings(StoreId store, Collection<Phone> phones) {
        return customers.standings(store, phones);
    }

    /**
     * Counts an order, making the record if it is the phone's first: a row when it happened. Without one the customer was
     * blocked meanwhile, and the step must roll back.
     */
    public Query<Phone> ordered(StoreId store, UUID id, Phone phone, @Nullable String name, Instant now) {
        return customers.ordered(store, List.of(new Buyer(id, phone, name, 1)), now);
    }

    /** As {@link #ordered}, of many buyers with a phone each: a row for each phone that was counted. */
    public Query<Phone> ordered(StoreId store, List<Buyer> buyers, Instant now) {
        return customers.ordered(store, buyers, now);
    }

    /** Counts a delivery and the money that came with it. */
    public Query<Boolean> delivered(StoreId store, Phone phone, long collected, Instant now) {
        return customers.count(store, phone, CustomerStore.Counted.DELIVERED, collected, now);
    }

    /** Counts a parcel that was refused at the door. */
    public Query<Boolean> refused(StoreId store, Phone phone, Instant now) {
        return customers.count(store, phone, CustomerStore.Counted.REFUSED, 0, now);
    }

    /** Counts a delivered order that came back whole, and takes what was refunded off the money collected. */
    public Query<Boolean> returned(StoreId store, Phone phone, long refunded, Instant now) {
        return customers.count(store, phone, CustomerStore.Counted.RETURNED, -refunded, now);
    }

    /** Takes what was refunded for some pieces off the money collected; the order stays delivered. */
    public Query<Boolean> refunded(StoreId store, Phone phone, long refunded, Instant now) {
        return customers.count(store, phone, CustomerStore.Counted.NOTHING, -refunded, now);
    }

    /**
     * Newest first.
     *
     * @param q a part of the name, a phone in any form or its last four or more digits; null for all
     */
    @Transactional(readOnly = true)
    public Page<CustomerView> list(StoreId store, @Nullable String q, Paging paging) {
        return customers.list(store, q, paging);
    }

    @Transactional(readOnly = true)
    public Optional<CustomerView> find(StoreId store, UUID id) {
        return customers.find(store, id);
    }

    /** {@code change} sees what is said of the customer, locked, and answers what shall be said. Empty when there is none. */
    @Transactional
    public Optional<CustomerView> change(
            StoreId store, Actor actor, UUID id, UnaryOperator<CustomerView.About> change) {
        var before = customers.lock(store, id);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var after = change.apply(before.get().about());
        var changed = customers.update(store, id, after, clock.instant());
        audit.record(
                store,
                actor,
                new Audit.Change(
                        "customer.updated", "customer", id, before.get().about(), after));
        return Optional.of(changed);
    }
}
