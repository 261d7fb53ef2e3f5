package iq.sendy.jobs;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.DatabaseSettings;
import iq.sendy.platform.database.PostgresAccess;
import iq.sendy.platform.idempotency.IdempotencyStore;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What operators see and do, on the management port. */
class OperatorsTest extends Working {

    private final Errand errand = new Errand();

    @Autowired
    IdempotencyStore answers;

    @Autowired
    JobGauges jobGauges;

    @Autowired
    Reconciler reconciler;

    @Autowired
    DatabaseSettings settings;

    @Autowired
    PostgresAccess access;

    @Autowired
    Api api;

    @Value("${local.management.port}")
    int port;

    @Value("${sendy.management.token:}")
    String given;

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
        // What earlier classes left behind their rows' backs is counted here, and not below.
        reconciler.run(Instant.EPOCH);
        var lost = lostWakes();

        shop.change("update jobs.store_due set due_at = 'epoch' where store_id = :store", store);
        jobGauges.run(Instant.EPOCH);
        reconciler.run(Instant.EPOCH);

        assertThat(management().get("/actuator/prometheus").text())
                .contains(
                        "sendy_jobs_due{kind=\"" + errand.kind() + "\"} 1.0",
                        "sendy_jobs_leased{kind=\"" + errand.kind(),
                        "sendy_jobs_queue_age_seconds{kind=\"" + errand.kind(),
                        "sendy_jobs_claim_seconds",
                        "sendy_jobs_lease_lost_total",
                        lost,
                        "sendy_db_oldest_xmin_seconds");
        assertThat(management().get("/actuator/jobs").text()).contains(errand.kind());
    }

    private String lostWakes() {
        return management()
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("sendy_jobs_lost_wake_total "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answers_that_nobody_can_ask_for_are_forgotten() {
        for (var days : new int[] {1, 4}) {
            shop.change(
                    "insert into platform.kept_answer (store_id, credential, key, fingerprint, created_at) values (:store, 'c', 'k"
                            + days + "', '', now() - interval '" + days + " days')",
                    store);
        }

        assertThat(CurrentTenant.in(store, () -> answers.forget(store))).isOne();
        assertThat(shop.ask("select key from platform.kept_answer where store_id = :store", store, String.class))
                .isEqualTo("k1");
    }

    @Test
    void beside_the_embedded_database_lies_a_token_for_its_owner_alone() throws IOException {
        assumeThat(settings.embedded()).as("the database is embedded").isTrue();

        assertThat(Files.readString(file()).strip()).hasSizeGreaterThan(40);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void whoever_changes_something_shows_the_token() {
        var token = token();
        var pause = Api.object().put("kind", errand.kind());
        var anybody = Api.at("http://127.0.0.1:" + port);

        for (var stranger : List.of(
                anybody,
                anybody.withToken("nobody"),
                anybody.withToken(token + "x"),
                anybody.withHeader("Authorization", token),
                anybody.withKey(token))) {
            for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                var answer = stranger.json(method, "/actuator/jobs/pause", pause);
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).isNotEmpty();
            }
        }
        assertThat(anybody.get("/actuator/jobs").text()).doesNotContain(errand.kind());
        assertThat(anybody.get("/actuator/health").status()).isEqualTo(200);
        assertThat(anybody.get("/actuator/prometheus").status()).isEqualTo(200);

        assertThat(management().post("/actuator/jobs/pause", pause).status()).isEqualTo(204);
        assertThat(anybody.get("/actuator/jobs").text()).contains(errand.kind());
        management().post("/actuator/jobs/resume", pause);
    }

    @Test
    void every_change_stands_in_the_audit_log() {
        management().post("/actuator/jobs/pause", Api.object().put("kind", errand.kind()));
        management().post("/actuator/jobs/resume", Api.object().put("kind", errand.kind()));
        management().post("/actuator/jobs/pause", Api.object().put("store", store.toString()));
        management().post("/actuator/jobs/resume", Api.object().put("store", store.toString()));

        var actions =
                "select string_agg(action || ' ' || actor_name, ', ' order by seq) from platform.audit_entry where ";
        assertThat(shop.ask(
                        actions + "after ->> 'kind' = '" + errand.kind() + "' and store_id = :store",
                        StoreId.PLATFORM,
                        String.class))
                .isEqualTo("jobs.paused Operator, jobs.resumed Operator");
        assertThat(shop.ask(actions + "store_id = :store", store, String.class))
                .isEqualTo("jobs.paused Operator, jobs.resumed Operator");
    }

    @Test
    void a_page_whose_name_was_made_to_lead_here_is_not_served() throws IOException {
        for (var host :
                List.of("attacker.example", "attacker.example:" + port, "localhost.attacker.example", "192.0.2.1")) {
            assertThat(status(host)).as(host).isEqualTo("HTTP/1.1 400");
        }
        for (var host : List.of("localhost:" + port, "LOCALHOST", "127.0.0.1", "[::1]:" + port)) {
            assertThat(status(host)).as(host).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void whoever_speaks_eleven_languages_is_served_here_too() {
        var languages = management().withHeader("Accept-Language", "a,b,c,d,e,f,g,h,i,j,k,l");
        assertThat(languages.get("/actuator/health").status()).isEqualTo(200);
    }

    private String status(String host) throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout((int) Waiting.PATIENCE.toMillis());
            var request = "GET /actuator/health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void a_body_that_cannot_be_read_is_the_callers_mistake() {
        var pause = Api.object().put("kind", errand.kind()).toString();
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense")) {
            assertThat(management()
                            .withHeader("Content-Type", type)
                            .json("POST", "/actuator/jobs/pause", pause)
                            .status())
                    .as(type)
                    .isEqualTo(415);
        }
        for (var body : List.of("{", "[]", "{\"store\": \"nobody\"}", "{\"job\": 1}", "")) {
            assertThat(management().json("POST", "/actuator/jobs/pause", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(management().get("/actuator/jobs/nobody").status()).isIn(400, 404);
    }

    @Test
    void no_webhook_reaches_the_management_port_or_the_database() {
        var key = Shop.opens(api).mints("webhooks:write");
        var database = URI.create(access.url().substring("jdbc:".length())).getPort();
        for (var own : List.of(port, database)) {
            var answer = api.withKey(key)
                    .post(
                            Api.KEYS + "/webhooks",
                            Api.object().put("url", "http://127.0.0.1:" + own + "/actuator/jobs"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.faults()).containsExactly("url url.forbidden");
        }
    }

    private Path file() {
        return settings.dataDirectory().resolve("management.token");
    }

    private String token() {
        try {
            return given.isEmpty() ? Files.readString(file()).strip() : given;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Api management() {
        return Api.at("http://127.0.0.1:" + port).withToken(token());
    }
}
