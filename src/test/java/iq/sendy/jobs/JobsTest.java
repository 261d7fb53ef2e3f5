package iq.sendy.jobs;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of a job: done, again, later, dead. */
class JobsTest extends Working {

    private final Errand errand = new Errand();

    @Test
    void what_was_enqueued_is_done_and_gone() {
        shop.engine(errand);

        shop.enqueues(store, errand.job(), errand.job());

        until("both are done", () -> errand.settled.size() == 2 && shop.count("job", store) == 0);
        assertThat(errand.attempted).hasSize(2).allSatisfy(job -> {
            assertThat(job.attempts()).isOne();
            assertThat(job.lost()).isZero();
            assertThat(job.takenOver()).isFalse();
        });
        assertThat(shop.count("job_history", store)).isZero();
    }

    @Test
    void a_job_of_a_step_that_rolled_back_never_was() {
        shop.engine(errand);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> shop.inStore(store, () -> {
                    jobs.enqueue(store, List.of(errand.job()));
                    throw new IllegalStateException("no");
                })))
                .hasMessage("no");
        shop.enqueues(store, errand.job());

        until("the other one is done", () -> shop.count("job", store) == 0);
        assertThat(errand.attempted).hasSize(1);
    }

    @Test
    void another_process_finds_it_by_looking() {
        shop.deafEngine(errand);

        shop.enqueues(store, errand.job());

        until("it is done", () -> errand.settled.size() == 1);
    }

    @Test
    void jobs_of_a_lane_are_begun_in_the_order_of_their_times() {
        errand.lanes.put(store.value(), Lane.open(store.value(), 1));
        var ids =
                IntStream.range(0, 200).mapToObj(_ -> errand.job(store.value())).toList();
        shop.enqueues(store, ids);
        for (var i = 0; i < ids.size(); i++) {
            shop.change(
                    "update jobs.job set due_at = now() - interval '1 second' * " + (1000 - i)
                            + " where store_id = :store" + " and id = '"
                            + ids.get(i).id() + "'",
                    store);
        }
        shop.engine(errand);

        until("all are done", () -> shop.count("job", store) == 0);
        assertThat(errand.attempted.stream().map(Job::id))
                .containsExactlyElementsOf(ids.stream().map(NewJob::id).toList());
    }

    @Test
    void a_key_stands_for_one_job() {
        var first = new NewJob(UUID.randomUUID(), errand.kind(), JobHandler.laneOf(errand.kind()), "k", null, null);
        var second = new NewJob(UUID.randomUUID(), errand.kind(), first.lane(), "k", null, null);
        shop.enqueues(store, first);
        shop.enqueues(store, second);

        assertThat(shop.count("job", store)).isOne();
    }

    @Test
    void what_throws_is_tried_again_and_dies_after_its_last_attempt() {
        errand.retry = new Retry(3, Duration.ofMillis(20), Duration.ofMillis(50));
        errand.doing = _ -> {
            throw new IllegalArgumentException("cannot be done");
        };
        shop.engine(errand);

        shop.enqueues(store, errand.job());

        until("it is dead", () -> shop.count("job_dead", store) == 1);
        assertThat(errand.attempted.stream().map(Job::attempts)).containsExactly(1, 2, 3);
        assertThat(shop.count("job", store)).isZero();
        assertThat(backstage
                        .jdbc()
                        .sql("select error_class || ': ' || error_text from jobs.job_dead where store_id = :store")
                        .param("store", store.value())
                        .query(String.class)
                        .single())
                .isEqualTo("IllegalArgumentException: cannot be done");
    }

    @Test
    void the_handler_may_ask_for_another_attempt() {
        errand.ending =
                done -> done.job().attempts() == 1 ? new JobEnd.Again(Duration.ofMillis(30)) : new JobEnd.Done();
        shop.engine(errand);

        shop.enqueues(store, errand.job());

        until("it is done", () -> shop.count("job", store) == 0);
        assertThat(errand.attempted.stream().map(Job::attempts)).containsExactly(1, 2);
    }

    @Test
    void what_is_deferred_has_its_attempt_back() {
        var times = new AtomicInteger();
        errand.ending =
                _ -> times.incrementAndGet() < 3 ? new JobEnd.Deferred(Duration.ofMillis(10)) : new JobEnd.Done();
        shop.engine(errand);

        shop.enqueues(store, errand.job());

        until("it is done", () -> shop.count("job", store) == 0);
        assertThat(errand.attempted.stream().map(Job::attempts)).containsExactly(1, 1, 1);
    }

    @Test
    void a_job_whose_work_is_gone_ends_without_an_attempt() {
        shop.engine(errand);
        var gone =
                new NewJob(UUID.randomUUID(), errand.kind(), JobHandler.laneOf(errand.kind()), null, null, "\"gone\"");

        shop.enqueues(store, gone, errand.job());

        until("both are gone", () -> shop.count("job", store) == 0);
        assertThat(errand.attempted).hasSize(1);
    }

    @Test
    void history_is_kept_where_it_is_wanted() {
        errand.history = true;
        shop.engine(errand);

        shop.enqueues(store, errand.job());

        until("it is done", () -> shop.count("job_history", store) == 1);
    }

    @Test
    void one_that_cannot_be_noted_does_not_keep_its_batch_from_it() {
        errand.retry = new Retry(1, Duration.ofMillis(10), Duration.ofMillis(10));
        var poison = errand.job();
        errand.ending = done -> {
            if (done.job().id().equals(poison.id())) {
                throw new IllegalStateException("poison");
            }
            return new JobEnd.Done();
        };
        shop.enqueues(
                store,
                IntStream.range(0, 50)
                        .mapToObj(i -> i == 20 ? poison : errand.job())
                        .toList());
        shop.engine(errand);

        until("all are over", () -> shop.count("job", store) == 0);
        assertThat(shop.count("job_dead", store)).isOne();
        assertThat(errand.settled.stream()
                        .map(done -> done.job().id())
                        .filter(Objects::nonNull)
                        .distinct())
                .hasSize(49);
    }

    @Test
    void trouble_in_a_claim_does_not_run_in_circles() {
        var troubles = new CopyOnWriteArrayList<Long>();
        var troubled = new Errand() {
            @Override
            public Query<Lane> lanes(StoreId of) {
                if (!attempted.isEmpty()) {
                    troubles.add(System.nanoTime());
                    throw new IllegalStateException("trouble");
                }
                return super.lanes(of);
            }
        };
        shop.engine(troubled);
        shop.enqueues(
                store, IntStream.range(0, 50).mapToObj(_ -> troubled.job()).toList());

        until("it was tried again and again", () -> troubles.size() >= 6);
        assertThat(Duration.ofNanos(troubles.get(5) - troubles.getFirst())).isGreaterThan(Duration.ofMillis(100));
    }
}
