package iq.sendy.jobs;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.platform.sql.Query;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two engines on one table: each job is one engine's at a time, and who lost a job writes nothing. */
public class LeaseTest extends Working {

    private static final String LEASE_IS_OVER =
            "update jobs.job set due_at = now() - interval '1 second' where store_id = :store";
    private static final String STORE_IS_DUE = "update jobs.store_due set due_at = now() where store_id = :store";

    private final Errand errand = new Errand();

    @Test
    void two_engines_do_each_job_once() {
        errand.lanes.put(store.value(), Lane.open(store.value(), 32));
        shop.enqueues(
                store,
                IntStream.range(0, 3_000)
                        .mapToObj(_ -> errand.job(store.value()))
                        .toList());
        shop.deafEngine(errand);
        shop.deafEngine(errand);

        until("all are done", () -> shop.count("job", store) == 0);
        assertThat(errand.attempted).hasSize(3_000);
        assertThat(errand.attempted.stream().map(Job::id).distinct()).hasSize(3_000);
    }

    @Test
    void a_worker_that_was_frozen_past_its_lease_writes_nothing_and_may_not_act() {
        var clock = new AtomicLong();
        var frozen = new Errand() {
            @Override
            public String kind() {
                return errand.kind();
            }
        };
        var began = new CountDownLatch(1);
        var thaw = new CountDownLatch(1);
        var mayAct = new AtomicBoolean(true);
        frozen.doing = job -> {
            began.countDown();
            thaw.await();
            mayAct.set(job.mayAct());
            return "sent all the same";
        };
        var first = shop.engine(new JobSignal(), clock::get, 64, frozen);
        shop.enqueues(store, errand.job());
        until("it has begun", () -> began.getCount() == 0);

        shop.change(LEASE_IS_OVER, store);
        shop.change(STORE_IS_DUE, store);
        shop.deafEngine(errand);
        until("another one has done it", () -> shop.count("job", store) == 0);
        assertThat(errand.attempted).singleElement().satisfies(job -> {
            assertThat(job.attempts()).isEqualTo(2);
            assertThat(job.lost()).isOne();
            assertThat(job.takenOver()).isTrue();
        });

        clock.set(Duration.ofSeconds(56).toNanos());
        thaw.countDown();
        until("it has woken and its result is thrown away", () -> first.held() == 0);
        assertThat(mayAct).isFalse();
        assertThat(frozen.settled).isEmpty();
    }

    @Test
    void a_result_whose_token_is_old_is_not_noted_although_the_row_is_there() {
        var began = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        errand.doing = _ -> {
            began.countDown();
            go.await();
            return "late";
        };
        var jobEngine = shop.engine(errand);
        shop.enqueues(store, errand.job());
        until("it has begun", () -> began.getCount() == 0);

        shop.change("update jobs.job set token = token + 1 where store_id = :store", store);
        go.countDown();

        until("it is thrown away", () -> jobEngine.held() == 0);
        assertThat(errand.settled).isEmpty();
        assertThat(shop.count("job", store)).isOne();
    }

    @Test
    void a_claim_that_waited_is_looked_at_again_and_given_back_where_its_lane_was_closed() {
        var clock = new AtomicLong();
        var lane = store.value();
        errand.lanes.put(lane, Lane.open(lane, 1));
        var slow = new CountDownLatch(1);
        errand.doing = job -> {
            if (errand.attempted.size() == 10) {
                slow.await();
            }
            return "done";
        };
        var jobEngine = shop.engine(new JobSignal(), clock::get, 64, errand);
        shop.enqueues(
                store, IntStream.range(0, 40).mapToObj(_ -> errand.job(lane)).toList());
        shop.change(STORE_IS_DUE, store);
        until("one hangs and others wait behind it", () -> errand.attempted.size() == 10 && jobEngine.held() > 1);

        errand.lanes.put(lane, Lane.closed(lane));
        clock.set(Duration.ofSeconds(2).toNanos());
        slow.countDown();

        until("all is given back", () -> jobEngine.held() == 0);
        assertThat(errand.attempted).hasSize(10);
        assertThat(shop.count("job", store)).isEqualTo(30);
        assertThat(shop.ask(
                        "select count(*) from jobs.job where store_id = :store and (owner is not null or attempts > 0)",
                        store,
                        Long.class))
                .isZero();
        errand.lanes.put(lane, Lane.open(lane, 4));
        shop.change(STORE_IS_DUE, store);
        until("the rest is done", () -> shop.count("job", store) == 0);
    }

    @Test
    void what_is_foreseen_happens_with_the_end_of_the_jobs() {
        errand.effect = this::marked;
        shop.enqueues(store, errand.job());
        shop.engine(errand);

        until("it is over", () -> shop.count("job_history", store) == 1);
        assertThat(errand.settled).isEmpty();
        assertThat(shop.count("job", store)).isZero();
        until("it was told", () -> errand.told.get() == 1);
    }

    @Test
    void what_was_foreseen_is_taken_back_if_one_of_the_jobs_was_lost_and_the_other_is_asked_about() {
        var here = new UUID(1, 1);
        var there = new UUID(2, 2);
        errand.lanes.put(here, Lane.open(here, 1));
        errand.lanes.put(there, Lane.open(there, 1));
        errand.effect = this::marked;
        var began = new CountDownLatch(2);
        var go = new CountDownLatch(1);
        errand.doing = _ -> {
            began.countDown();
            go.await();
            return "done";
        };
        var jobEngine = shop.engine(errand);
        shop.enqueues(store, errand.job(here), errand.job(there));
        until("both have begun", () -> began.getCount() == 0);

        shop.change("update jobs.job set token = token + 1 where store_id = :store and lane = '" + here + "'", store);
        go.countDown();

        until("both are over", () -> jobEngine.held() == 0);
        assertThat(shop.ask("select lane from jobs.job where store_id = :store", store, UUID.class))
                .isEqualTo(here);
        assertThat(errand.settled).hasSize(1);
        assertThat(errand.told).hasValue(0);
        assertThat(shop.count("job_history", store)).isZero();
    }

    @Test
    void nothing_is_foreseen_of_an_attempt_that_threw() {
        errand.effect = this::marked;
        errand.retry = new Retry(1, Duration.ofSeconds(1), Duration.ofSeconds(1));
        errand.doing = _ -> {
            throw new IllegalStateException("broken");
        };
        shop.enqueues(store, errand.job());
        shop.engine(errand);

        until("it is over", () -> shop.count("job", store) == 0);
        assertThat(shop.count("job_dead", store)).isOne();
        assertThat(shop.count("job_history", store)).isZero();
        assertThat(errand.told).hasValue(0);
    }

    /** A row that shows that the effect happened. */
    private Query<?> marked() {
        return Query.write("""
                        insert into jobs.job_history (store_id, finished_at, id, kind, attempts)
                        values (:store, now(), gen_random_uuid(), :kind, 1)
                        """).param("store", store.value()).param("kind", errand.kind());
    }

    @Test
    void a_lease_is_renewed_while_the_work_goes_on() {
        errand.lease = Duration.ofSeconds(12);
        var go = new CountDownLatch(1);
        errand.doing = _ -> {
            go.await();
            return "slow";
        };
        shop.engine(errand);
        shop.enqueues(store, errand.job());
        until("it has begun", () -> errand.attempted.size() == 1);

        shop.change("update jobs.job set due_at = now() where store_id = :store", store);
        until(
                "the lease is whole again",
                () -> shop.ask(
                        "select due_at > now() + interval '4 seconds' from jobs.job where store_id = :store",
                        store,
                        Boolean.class));
        go.countDown();

        until("it is done", () -> shop.count("job", store) == 0);
        assertThat(errand.attempted).hasSize(1);
    }

    @Test
    void a_row_that_kills_its_workers_dies_after_the_fifth() {
        shop.enqueues(store, errand.job());
        shop.change("update jobs.job set lost = 5, attempts = 5, owner = 'killed' where store_id = :store", store);

        shop.engine(errand);

        until("it is dead", () -> shop.count("job_dead", store) == 1);
        assertThat(errand.attempted).isEmpty();
        assertThat(errand.settled).singleElement().isInstanceOf(AttemptResult.GivenUp.class);
    }

    @Test
    void a_stop_gives_back_what_waits_and_what_does_not_end() {
        var lane = store.value();
        errand.lanes.put(lane, Lane.open(lane, 2));
        var never = new CountDownLatch(1);
        // By its own number: of two at once the eighth could see the ninth, and hang as well.
        var begun = new AtomicInteger();
        errand.doing = job -> {
            if (begun.incrementAndGet() > 8) {
                never.await();
            }
            return "done";
        };
        var jobEngine = shop.engine(errand);
        shop.enqueues(
                store, IntStream.range(0, 30).mapToObj(_ -> errand.job(lane)).toList());
        until("two hang", () -> errand.attempted.size() == 10);

        jobEngine.stop();

        assertThat(shop.ask(
                        "select count(*) from jobs.job where store_id = :store and due_at > now()", store, Long.class))
                .isZero();
        assertThat(shop.ask(
                        "select count(*) from jobs.job where store_id = :store and owner is not null",
                        store,
                        Long.class))
                .isZero();
        assertThat(shop.ask("select sum(attempts) from jobs.job where store_id = :store", store, Long.class))
                .as("only the two that had begun were attempts")
                .isEqualTo(2);
        var other = new Errand() {
            @Override
            public String kind() {
                return errand.kind();
            }
        };
        other.lanes.putAll(errand.lanes);
        shop.deafEngine(other);
        until("another one goes on", () -> shop.count("job", store) == 0);
        never.countDown();
    }

    @Test
    void a_job_of_a_killed_process_comes_back_by_itself() {
        shop.enqueues(store, errand.job());
        shop.change(
                "update jobs.job set owner = 'killed', token = 1, attempts = 1, due_at = now() + interval '300 ms'"
                        + " where store_id = :store",
                store);
        shop.change("update jobs.store_due set due_at = now() + interval '60 s' where store_id = :store", store);
        shop.change(
                "update jobs.store_due set due_at = (select due_at from jobs.job where store_id = :store) where store_id = :store",
                store);
        shop.deafEngine(errand);

        until("it is done", () -> shop.count("job", store) == 0);
        assertThat(errand.attempted).singleElement().matches(Job::takenOver);
    }

    @Test
    void a_payload_reaches_the_attempt() {
        shop.engine(errand);
        var with = new NewJob(
                UUID.randomUUID(), errand.kind(), JobHandler.laneOf(errand.kind()), null, null, "{\"a\": 1}");

        shop.enqueues(store, List.of(with));

        until("it is done", () -> shop.count("job", store) == 0);
        assertThat(errand.attempted)
                .singleElement()
                .satisfies(job -> assertThat(job.payload()).isEqualTo("{\"a\": 1}"));
    }
}
