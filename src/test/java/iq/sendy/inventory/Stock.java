package iq.sendy.inventory;

import iq.sendy.LockPatience;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreCounters;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The words of stock at its door, each in a real transaction as an order's step would have it. */
final class Stock {

    static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    private final StockReservations reservations;
    private final Pipeline pipeline;
    private final TransactionTemplate steps;
    private final StoreId store;

    /** No more than the pool has connections: whoever waits for one longer than a second is refused. */
    private final Semaphore counter = new Semaphore(10);

    Stock(StockReservations reservations, Pipeline pipeline, PlatformTransactionManager transactions, String store) {
        this.reservations = reservations;
        this.pipeline = pipeline;
        this.steps = new TransactionTemplate(transactions);
        this.store = new StoreId(UUID.fromString(store));
    }

    <T> T step(Supplier<T> work) {
        counter.acquireUninterruptibly();
        try {
            return CurrentTenant.in(store, () -> LockPatience.of(() -> steps.execute(_ -> told(work.get()))));
        } finally {
            counter.release();
        }
    }

    /** An order tells the feed of what it changed; here nobody listens, but the store's change mark must move. */
    private <T> T told(T done) {
        pipeline.send(StoreCounters.add(store, Map.of("feed", 1L)));
        return done;
    }

    List<Allocation> takes(UUID holder, Demand... wants) {
        return step(() -> sent(reservations.reserve(store, holder, Arrays.asList(wants), Actor.SYSTEM, NOW)));
    }

    List<Allocation> buys(UUID holder, Demand... wants) {
        return step(() -> sent(reservations.sellAtOnce(store, holder, Arrays.asList(wants), Actor.SYSTEM, NOW)));
    }

    List<StockChange> releases(UUID holder) {
        return step(() -> sent(reservations.release(store, holder, Actor.SYSTEM, NOW)));
    }

    List<StockChange> sells(UUID holder) {
        return step(() -> sent(reservations.sell(store, holder, Actor.SYSTEM, NOW)));
    }

    List<StockChange> givesBack(UUID holder, Map<UUID, Long> good) {
        return step(() -> sent(reservations.restock(store, holder, good, Set.of(), Actor.SYSTEM, NOW)));
    }

    <R> List<R> sent(Query<R> question) {
        pipeline.send(question);
        return question.answer();
    }

    StoreId store() {
        return store;
    }

    static boolean went(List<Allocation> taken) {
        return taken.stream().noneMatch(Allocation::fallsShort);
    }

    /** What must hold whatever happened: invariant I2 of the store, as rows that should not be. */
    List<String> faults(JdbcClient backstage) {
        return backstage
                .sql("""
                        select 'on hand differs from its movements: ' || i.id from inventory.item as i
                        left join (select store_id, item_id, sum(quantity) as moved, count(*) as lines, max(position) as top
                                   from inventory.movement group by 1, 2) as m
                            on m.store_id = i.store_id and m.item_id = i.id
                        where i.store_id = :store
                            and (i.quantity_on_hand <> coalesce(m.moved, 0) or i.movements <> coalesce(m.lines, 0)
                                or i.movements <> coalesce(m.top, 0))
                        union all
                        select 'reserved differs from its holdings: ' || i.id from inventory.item as i
                        left join (select store_id, item_id, sum(quantity) as held from inventory.holding
                                   where state = 'Held' group by 1, 2) as h
                            on h.store_id = i.store_id and h.item_id = i.id
                        where i.store_id = :store and i.quantity_reserved <> coalesce(h.held, 0)
                        union all
                        select 'promised twice: ' || i.id from inventory.item as i
                        where i.store_id = :store and i.quantity_on_hand < i.quantity_reserved
                        union all
                        select 'no row for a product in a warehouse' from inventory.product as p
                        join inventory.warehouse as w on w.store_id = p.store_id and w.deleted_at is null
                        left join inventory.item as i
                            on i.store_id = p.store_id and i.product_id = p.product_id and i.warehouse_id = w.id
                        where p.store_id = :store and i.id is null
                        """)
                .param("store", store.value())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
