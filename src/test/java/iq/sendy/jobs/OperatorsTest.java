package iq.sendy.jobs;

import static iq.sendy.jobs.Workshop.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.platform.idempotency.KeptAnswers;
import iq.sendy.platform.tenancy.StoreScope;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What operators see and do, on the management port. */
class OperatorsTest extends Working {

    private final Errand errand = new Errand();

    @Autowired
    KeptAnswers answers;

    @Autowired
    Measuring measuring;

    @Autowired
    Sweeping sweeping;

    @Value("${local.management.port}")
    int port;

    @Test
    void a_dead_job_is_shown_without_its_contents_and_put_back() {
        errand.ending = done -> errand.attempted.size() == 1 ? new JobEnd.Dead("status", "410") : new JobEnd.Done();
        shop.engine(errand);
        var job = new NewJob(
                UUID.randomUUID(),
                errand.kind(),
                JobHandler.laneOf(errand.kind()),
                null,
                null,
                "{\"phone\": \"07701234567\", \"to\": [1]}");
        shop.enqueues(store, job);
        until("it is dead", () -> shop.count("job_dead", store) == 1);

        var shown = management().get("/actuator/jobs/" + store);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).contains(job.id().toString(), "410", "***").doesNotContain("07701234567");

        var back = management().post("/actuator/jobs/requeue", Api.object().put("store", store.toString()));
        assertThat(back.status()).isEqualTo(200);
        until("it is done", () -> errand.settled.size() == 2 && shop.count("job", store) == 0);
        assertThat(shop.count("job_dead", store)).isZero();
        assertThat(shop.ask("select action from platform.audit_entry where store_id = :store", store, String.class))
                .isEqualTo("job.requeued");
    }

    @Test
    void a_paused_store_waits_until_it_is_resumed() {
        management().post("/actuator/jobs/pause", Api.object().put("store", store.toString()));
        shop.engine(errand);
        shop.enqueues(store, errand.job());
        var another = Workshop.store();
        shop.enqueues(another, errand.job());
        until("another store is served", () -> shop.count("job", another) == 0);
        assertThat(shop.count("job", store)).isOne();

        management().post("/actuator/jobs/resume", Api.object().put("store", store.toString()));

        until("it is done", () -> shop.count("job", store) == 0);
    }

    @Test
    void a_paused_kind_waits_until_it_is_resumed() {
        var other = new Errand();
        management().post("/actuator/jobs/pause", Api.object().put("kind", errand.kind()));
        shop.deafEngine(errand, other);
        shop.enqueues(store, errand.job(), other.job());
        until("the other kind is done", () -> other.settled.size() == 1);
        assertThat(errand.attempted).isEmpty();

        management().post("/actuator/jobs/resume", Api.object().put("kind", errand.kind()));

        until("it is done", () -> shop.count("job", store) == 0);
    }

    @Test
    void what_cannot_be_done_is_refused() {
        assertThat(management()
                        .post("/actuator/jobs/burn", Api.object().put("store", store.toString()))
                        .status())
                .isEqualTo(400);
        assertThat(management().post("/actuator/jobs/pause", Api.object()).status())
                .isEqualTo(400);
    }

    @Test
    void the_queue_is_measured() {
        shop.enqueues(store, errand.job());

        shop.change("update jobs.store_due set due_at = 'epoch' where store_id = :store", store);
        measuring.run(Instant.EPOCH);
        sweeping.run(Instant.EPOCH);

        assertThat(management().get("/actuator/prometheus").text())
                .contains(
                        "sendy_jobs_due{kind=\"" + errand.kind() + "\"} 1.0",
                        "sendy_jobs_leased{kind=\"" + errand.kind(),
                        "sendy_jobs_queue_age_seconds{kind=\"" + errand.kind(),
                        "sendy_jobs_claim_seconds",
                        "sendy_jobs_lease_lost_total",
                        "sendy_jobs_lost_wake_total 0.0",
                        "sendy_db_oldest_xmin_seconds");
        assertThat(management().get("/actuator/jobs").text()).contains(errand.kind());
    }

    @Test
    void answers_that_nobody_can_ask_for_are_forgotten() {
        for (var days : new int[] {1, 4}) {
            shop.change(
                    "insert into platform.kept_answer (store_id, credential, key, fingerprint, created_at) values (:store, 'c', 'k"
                            + days + "', '', now() - interval '" + days + " days')",
                    store);
        }

        assertThat(StoreScope.in(store, () -> answers.forget(store))).isOne();
        assertThat(shop.ask("select key from platform.kept_answer where store_id = :store", store, String.class))
                .isEqualTo("k1");
    }

    private Api management() {
        return Api.at("http://127.0.0.1:" + port);
    }
}
