package iq.sendy.jobs;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.jobs.store.ClaimRequest;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.BackgroundWork;
import iq.sendy.platform.sql.Query;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No store sleeps with work in it: what races with the moving on of its row, what is committed late. */
class WakeTest extends Working {

    private static final int RACES = 5_000;

    /** Each takes two connections. */
    private static final int RACES_AT_ONCE = 4;

    private final Errand errand = new Errand();

    @Autowired
    Reconciler.OrphanTransactions sweeping;

    @Autowired
    Reconciler reconciler;

    @Autowired
    Lanes lanes;

    @Autowired
    JobAdmin jobAdmin;

    /**
     * Asked by hand, thousands of times, with no second look that could hide a fault. Every other store is due already, so
     * that its row is locked by who enqueues and not written.
     */
    @Test
    void an_enqueuer_and_the_moving_on_never_lose_a_job() throws Exception {
        var lane = JobHandler.laneOf(errand.kind());
        var open = new ClaimRequest();
        open.add(errand.kind(), Lane.open(lane, 1), null, 0, 0);
        var raced = Stream.generate(Workshop::store).limit(RACES).toList();
        var ids = raced.stream().map(StoreId::value).toArray(UUID[]::new);
        backstage.jdbc().sql("""
                        insert into jobs.store_due
                        select id, case when at % 2 = 0 then 'infinity' else now() end
                        from unnest(:ids::uuid[]) with ordinality as raced (id, at)
                        """).param("ids", ids).update();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var from = 0; from < RACES; from += RACES_AT_ONCE) {
                var racing = new ArrayList<CompletableFuture<Void>>();
                for (var one : raced.subList(from, Math.min(from + RACES_AT_ONCE, RACES))) {
                    var both = new CyclicBarrier(2);
                    racing.add(racing(threads, one, both, () -> jobs.enqueue(one, List.of(errand.job()))));
                    racing.add(racing(threads, one, both, () -> {
                        parts.queue().lock(one);
                        parts.queue().forward(one, open, List.of(lane), 0, true);
                    }));
                }
                CompletableFuture.allOf(racing.toArray(CompletableFuture[]::new))
                        .join();
            }
        }
        var stranded =
                backstage.jdbc().sql("""
                        select count(*) from jobs.store_due d where d.due_at = 'infinity' and d.store_id = any (:ids::uuid[])
                        and exists (select from jobs.job j where j.store_id = d.store_id)
                        """).param("ids", ids).query(Long.class).single();
        shop.forgets(raced);
        assertThat(stranded).isZero();
    }

    @Test
    void a_lane_that_is_opened_while_a_claim_saw_it_closed_is_not_forgotten() {
        var lane = store.value();
        var isOpen = new AtomicBoolean();
        var late = new Errand() {
            @Override
            public Query<Lane> lanes(StoreId of) {
                if (isOpen.get()) {
                    return Query.known(List.of(Lane.open(lane, 1)));
                }
                // Somebody opens it, and has committed, after this claim has looked.
                CompletableFuture.runAsync(() -> {
                            isOpen.set(true);
                            shop.inStore(store, () -> jobs.reopen(store));
                        })
                        .join();
                return Query.known(List.of(Lane.closed(lane)));
            }
        };
        shop.deafEngine(late);
        shop.enqueues(store, late.job(lane));

        until("it is done", () -> shop.count("job", store) == 0);
    }

    @Test
    void what_is_put_off_for_a_moment_begins_at_that_moment_and_not_with_the_next_look() {
        var soon = Instant.now().plusMillis(300);
        shop.engineThatSeldomLooks(errand);
        shop.enqueues(
                store,
                new NewJob(UUID.randomUUID(), errand.kind(), JobHandler.laneOf(errand.kind()), null, soon, null));

        until("it is done", () -> shop.count("job", store) == 0);

        assertThat(Instant.now()).isAfter(soon);
    }

    /** Or each process that knew it would ask four times a second for as long as it is paused. */
    @Test
    void a_store_that_is_paused_is_looked_at_by_nobody_until_it_is_resumed() {
        var lane = JobHandler.laneOf(errand.kind());
        var open = new ClaimRequest();
        open.add(errand.kind(), Lane.open(lane, 1), null, 0, 0);
        shop.enqueues(store, errand.job());
        Supplier<Duration> ahead = () -> shop.inStoreAsk(store, () -> {
            parts.queue().lock(store);
            return parts.queue().forward(store, open, List.of(lane), 0.25, true);
        });

        jobAdmin.pause(store);
        assertThat(ahead.get()).isEqualTo(Duration.ofMinutes(1));

        jobAdmin.resume(store);
        assertThat(ahead.get()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void a_store_that_is_resumed_is_begun_at_once_in_its_process() {
        shop.engineThatSeldomLooks(errand);
        jobAdmin.pause(store);
        shop.enqueues(store, errand.job());

        jobAdmin.resume(store);

        until("it is done", () -> shop.count("job", store) == 0);
    }

    @Test
    void a_kind_that_is_resumed_while_a_claim_saw_it_paused_is_not_forgotten() {
        var resumed = new AtomicBoolean();
        var late = new Errand() {
            @Override
            public Query<Lane> lanes(StoreId of) {
                if (of.equals(store) && !resumed.getAndSet(true)) {
                    CompletableFuture.runAsync(() -> jobAdmin.resumeKind(kind()))
                            .join();
                }
                return super.lanes(of);
            }
        };
        jobAdmin.pauseKind(late.kind());
        shop.enqueues(store, late.job());
        shop.deafEngine(late);

        until("it is done", () -> shop.count("job", store) == 0);
    }

    /** Its time is the beginning of its transaction, which may be long ago when it commits. */
    @Test
    void a_job_that_is_committed_late_is_found_below_the_mark() throws SQLException {
        shop.engine(errand);
        shop.enqueues(store, errand.job());
        until("the mark is set", () -> errand.settled.size() == 1);

        try (var late = superuser()) {
            try (var insert = late.prepareStatement("""
                    insert into jobs.job (store_id, id, kind, lane, due_at)
                    values (?, gen_random_uuid(), ?, ?, now() - interval '1 hour');
                    update jobs.store_due set due_at = least(due_at, now()) where store_id = ?
                    """)) {
                insert.setObject(1, store.value());
                insert.setString(2, errand.kind());
                insert.setObject(3, JobHandler.laneOf(errand.kind()));
                insert.setObject(4, store.value());
                insert.execute();
            }
        }
        until("it is done all the same", () -> errand.settled.size() == 2);
    }

    @Test
    void the_sweep_finds_a_wake_that_was_lost_and_nothing_else() {
        shop.enqueues(store, errand.job());

        assertThat(shop.inStoreAsk(store, () -> sweeping.sweep(store)).lostWake())
                .isFalse();
    }

    @Test
    void a_store_whose_row_others_hold_keeps_the_sweep_from_none_behind_it() throws SQLException {
        var both = Stream.of(Workshop.store(), Workshop.store())
                .sorted(Comparator.comparing(StoreId::toString))
                .toList();
        var kind = "analytics.rebuild";
        for (var one : both) {
            shop.enqueues(one, new NewJob(UUID.randomUUID(), kind, JobHandler.laneOf(kind), null, null, null));
            shop.change("update jobs.store_due set due_at = 'infinity' where store_id = :store", one);
        }
        try (var other = superuser()) {
            other.setAutoCommit(false);
            try (var hold = other.prepareStatement("select from jobs.store_due where store_id = ? for update")) {
                hold.setObject(1, both.getFirst().value());
                hold.execute();
            }
            reconciler.run(Instant.EPOCH);
        }

        var found = shop.ask(
                "select due_at <= now() from jobs.store_due where store_id = :store", both.getLast(), Boolean.class);
        shop.forgets(both);
        assertThat(found).isTrue();
    }

    /** Else it would keep its store in sight for ever. */
    @Test
    void a_job_whose_lane_and_work_are_gone_ends_and_others_stay() {
        var ended = UUID.randomUUID();
        var strayed = errand.job(ended, "\"gone\"");
        var anotherVersions = errand.job(ended, null);
        var inItsLane = errand.job(JobHandler.laneOf(errand.kind()), "\"gone\"");
        var ofToday = errand.job(ended, "\"gone\"");
        var strangers = new Errand().job(ended, "\"gone\"");
        shop.enqueues(store, strayed, anotherVersions, inItsLane, ofToday, strangers);
        shop.change("update jobs.job set due_at = due_at - interval '2 minutes' where store_id = :store", store);
        shop.change(
                "update jobs.job set due_at = now() where store_id = :store and id = '" + ofToday.id() + "'", store);

        shop.inStore(store, () -> {
            var known = lanes.of(store, List.of(errand));
            parts.claiming().endStrays(store, List.of(errand), known);
        });

        assertThat(backstage
                        .jdbc()
                        .sql("select id from jobs.job where store_id = :store")
                        .param("store", store.value())
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(anotherVersions.id(), inItsLane.id(), ofToday.id(), strangers.id());
    }

    @Test
    void the_sweep_ends_what_a_dead_worker_held_of_a_subscription_that_is_no_more() {
        var delivery = new NewJob(UUID.randomUUID(), "webhooks.deliver", UUID.randomUUID(), null, null, null);
        shop.enqueues(store, delivery);
        shop.change("""
                update jobs.job set owner = 'a dead one', token = 1, due_at = now() - interval '2 minutes'
                where store_id = :store
                """, store);

        shop.inStoreAsk(store, () -> sweeping.sweep(store));

        assertThat(shop.count("job", store)).isZero();
    }

    @Test
    void one_process_hears_what_another_enqueues_while_it_works() {
        shop.deafEngine(errand);
        for (var i = 1; i <= 10; i++) {
            var done = i;
            shop.enqueues(store, errand.job());
            until("it is done", () -> errand.settled.size() == done);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(backstage.url());
    }

    /** Beside requests: the turnstile would let one side of each in, and both must be. */
    private CompletableFuture<Void> racing(Executor threads, StoreId of, CyclicBarrier both, Runnable work) {
        return CompletableFuture.runAsync(
                () -> BackgroundWork.run(() -> shop.inStore(of, () -> {
                    await(both);
                    work.run();
                })),
                threads);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
