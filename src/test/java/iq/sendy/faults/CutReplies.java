package iq.sendy.faults;

import static iq.sendy.meta.MetaFixtures.SECRET_A;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphManner;
import iq.sendy.meta.MetaFixtures;
import iq.sendy.meta.MetaSignature;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Replies of the store's people that are under way to Meta when their process is killed, one at each step: what becomes of
 * them is for the next process to say.
 */
final class CutReplies implements AutoCloseable {

    private static final String WHATSAPP = "500000000000078";
    private static final String INSTAGRAM = "17841400000000078";

    /** Where a process can die with a reply in its hands. */
    enum Step {
        /** It has claimed nothing yet. */
        BEFORE_THE_CLAIM(0),
        /** It has the right to ask Meta, and no byte has left it. */
        BEFORE_THE_POST(1),
        /** Meta has taken the message, and nobody will ever say so. */
        AFTER_THE_POST(2),
        /** Meta has taken the message, and tells it by a status. */
        AFTER_THE_POST_WITH_A_STATUS(3),
        /** What came of it is noted, and whoever waits for the answer has not heard it. */
        AFTER_SETTLING(4);

        private final int number;

        Step(int number) {
            this.number = number;
        }

        String text() {
            return "رد " + number;
        }

        String key() {
            return "cut-" + number;
        }
    }

    private final FakeGraph graph = new FakeGraph();
    private final FakeGraph instagram = new FakeGraph();
    private final DeafPort deaf;
    private final Map<Step, UUID> conversations = new EnumMap<>(Step.class);
    private final Map<Step, String> first = new EnumMap<>(Step.class);
    private final Map<Step, String> last = new EnumMap<>(Step.class);
    private final Map<Step, List<String>> shown = new EnumMap<>(Step.class);
    private @Nullable Connection lock;
    private String apiKey = "";

    CutReplies() {
        graph.whatsApp(WHATSAPP, "EAAG-cut");
        instagram.instagram(INSTAGRAM, "IGAA-cut");
        instagram.refusesConnections();
        deaf = DeafPort.at(instagram.port());
    }

    /** What a process is told of Meta. */
    Map<String, String> settings() {
        return Map.of("SENDY_GRAPH_URL", graph.url(), "SENDY_INSTAGRAM_GRAPH_URL", instagram.instagramUrl());
    }

    /** Opens a store, connects both accounts and lets a customer write for each step. */
    void open(Api server, String databaseUrl) {
        apiKey = Shop.opens(server).mints("social:read", "social:write", "messaging:read", "messaging:write");
        var key = server.withKey(apiKey);
        connects(key, "WhatsApp", WHATSAPP, "EAAG-cut");
        connects(key, "Instagram", INSTAGRAM, "IGAA-cut");
        var now = Instant.now();
        for (var step : Step.values()) {
            delivers(server, step == Step.BEFORE_THE_POST ? instagram(now) : whatsApp(step, now));
        }
        var database = database(databaseUrl);
        for (var step : Step.values()) {
            conversations.put(step, conversationOf(database, customer(step)));
        }
    }

    private static void connects(Api key, String type, String account, String token) {
        var made = key.post(
                Api.KEYS + "/social/channels",
                Api.object()
                        .put("channelType", type)
                        .put("externalAccountId", account)
                        .put("displayName", "الردود")
                        .put("accessToken", token)
                        .put("aiProviderCode", "sandbox")
                        .put("aiModelCode", "sandbox-1")
                        .put("isAgentEnabled", false)
                        .put("appSecret", SECRET_A));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
    }

    private static String customer(Step step) {
        return step == Step.BEFORE_THE_POST ? "900000000000078" : "964770555000" + step.number;
    }

    private static String whatsApp(Step step, Instant at) {
        return MetaFixtures.whatsApp(MetaFixtures.entry(
                MetaFixtures.messages(WHATSAPP, """
                {"from":"%s","id":"wamid.CUT%s","timestamp":"%s","type":"text","text":{"body":"مرحبا"}}""".formatted(customer(step), step, at.getEpochSecond()))));
    }

    private static String instagram(Instant at) {
        return MetaFixtures.instagram(
                INSTAGRAM, """
                {"sender":{"id":"%s"},"recipient":{"id":"%s"},"timestamp":%s,"message":{"mid":"mid.CUT","text":"مرحبا"}}""".formatted(customer(Step.BEFORE_THE_POST), INSTAGRAM, at.toEpochMilli()));
    }

    private static void delivers(Api server, String body) {
        var bytes = MetaFixtures.bytes(body);
        var service = body.startsWith("{\"object\":\"instagram") ? "instagram" : "whatsapp";
        var answer = server.withHeader(MetaSignature.HEADER, MetaSignature.sign(SECRET_A, bytes))
                .send("POST", "/api/v1/webhooks/social/" + service, BodyPublishers.ofByteArray(bytes), true);
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
    }

    private static UUID conversationOf(JdbcClient database, String customer) {
        return Waiting.until(
                        () -> database.sql("""
                                select c.id from messaging.contact_identity as i
                                join messaging.conversation as c on c.store_id = i.store_id and c.contact_id = i.contact_id
                                where i.value = ?""")
                                .param(customer)
                                .query(UUID.class)
                                .optional(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    /** Brings each reply to its step, where it hangs. */
    void hang(Api server, String databaseUrl) throws SQLException {
        var key = server.withKey(apiKey);
        var database = database(databaseUrl);
        var silent = GraphManner.held();
        var telling = GraphManner.held();
        graph.next(WHATSAPP, silent);
        begins(key, Step.AFTER_THE_POST);
        awaits(silent);
        graph.next(WHATSAPP, telling);
        begins(key, Step.AFTER_THE_POST_WITH_A_STATUS);
        awaits(telling);
        var settling = GraphManner.held();
        graph.next(WHATSAPP, settling);
        begins(key, Step.AFTER_SETTLING);
        awaits(settling);
        var held = keepsNoAnswer(databaseUrl);
        settling.release();
        begins(key, Step.BEFORE_THE_CLAIM);
        Waiting.until("two wait to keep their answers", () -> waiting(database, held) == 2);
        // Last: it hangs for as long as a connection may take.
        begins(key, Step.BEFORE_THE_POST);
        Waiting.until(
                "it is claimed", () -> !state(database, Step.BEFORE_THE_POST).isEmpty());
        assertThat(List.of(Step.values()))
                .extracting(step -> state(database, step))
                .containsExactly("", "InFlight", "InFlight", "InFlight", "Sent");
        noMinutePasses(database);
    }

    /** Who wants to begin the first of the replies or to keep the answer of the last waits from now on, and nobody else. */
    private int keepsNoAnswer(String databaseUrl) throws SQLException {
        var holding = DriverManager.getConnection(databaseUrl);
        lock = holding;
        holding.setAutoCommit(false);
        try (var insert = holding.prepareStatement("""
                insert into platform.kept_answer (store_id, credential, key, fingerprint, created_at)
                select store_id, 'key:' || id, unnest(array[?, ?]), ''::bytea, now() from identity.api_key
                where key_id = ?
                """)) {
            insert.setString(1, Step.BEFORE_THE_CLAIM.key());
            insert.setString(2, Step.AFTER_SETTLING.key());
            insert.setString(3, apiKey.substring(0, apiKey.indexOf('.')));
            assertThat(insert.executeUpdate()).isEqualTo(2);
        }
        return holding.unwrap(PGConnection.class).getBackendPID();
    }

    private static int waiting(JdbcClient database, int holder) {
        return database.sql("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and :holder = any (pg_blocking_pids(pid))""").param("holder", holder).query(Integer.class).single();
    }

    private static void awaits(GraphManner.Held call) {
        try {
            call.awaitArrival();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Whoever waits for the answer hears of the death of the process, which is no answer. */
    private void begins(Api key, Step step) {
        Thread.startVirtualThread(() -> {
            try {
                replies(key, step);
            } catch (RuntimeException | AssertionError gone) {
                // The process died in the middle.
            }
        });
    }

    private Api.Reply replies(Api key, Step step) {
        return key.withHeader("Idempotency-Key", step.key())
                .post(
                        Api.KEYS + "/social/conversations/" + conversations.get(step) + "/messages",
                        Api.object().put("text", step.text()));
    }

    /** The process is gone: so is what held its replies. */
    void release() {
        try (var held = lock) {
            if (held != null) {
                held.rollback();
            }
        } catch (SQLException _) {
            // The database was killed as well.
        }
        deaf.close();
        instagram.listensAgain();
    }

    /** Everybody asks for their reply again, Meta tells of one, minutes pass, and they ask once more. */
    void goOn(Api server, String databaseUrl) {
        var key = server.withKey(apiKey);
        var database = database(databaseUrl);
        for (var step : Step.values()) {
            first.put(step, heard(key, step));
        }
        delivers(server, MetaFixtures.whatsApp(MetaFixtures.entry(MetaFixtures.statuses(WHATSAPP, """
                {"id":"wamid.TOLD","status":"delivered","timestamp":"%s","recipient_id":"%s","biz_opaque_callback_data":"%s"}""".formatted(
                        Instant.now().getEpochSecond(),
                        customer(Step.AFTER_THE_POST_WITH_A_STATUS),
                        message(database, Step.AFTER_THE_POST_WITH_A_STATUS))))));
        Waiting.until(
                "Meta's word of it is heard",
                () -> !shown(database, Step.AFTER_THE_POST_WITH_A_STATUS).isEmpty());
        minutesPass(database);
        Waiting.until(
                "nobody looks any more",
                Duration.ofMinutes(2),
                () -> database.sql("select count(*) from messaging.outbound_attempt where settled_at is null")
                                .query(Long.class)
                                .single()
                        == 0);
        for (var step : Step.values()) {
            shown.put(step, shown(database, step));
            last.put(step, heard(key, step));
        }
    }

    /** What is told to whoever asks again with the same key. */
    private String heard(Api key, Step step) {
        var reply = replies(key, step);
        return reply.status() == 200
                ? reply.data("deliveryStatus")
                : reply.faults().toString();
    }

    /** What was told and shown, and how often Meta was asked. */
    void judge(long seed) {
        var running = "[Idempotency-Key idempotency.in_progress]";
        assertThat(first.values())
                .as("told at once, where nobody can know of three, seed %d", seed)
                .containsExactly("Sent", running, running, running, "Sent");
        assertThat(shown.values())
                .as("shown when minutes have passed, seed %d", seed)
                .containsExactly(
                        List.of("Sent " + Step.BEFORE_THE_CLAIM.text()),
                        List.of("Unknown " + Step.BEFORE_THE_POST.text()),
                        List.of("Unknown " + Step.AFTER_THE_POST.text()),
                        List.of("Delivered " + Step.AFTER_THE_POST_WITH_A_STATUS.text()),
                        List.of("Sent " + Step.AFTER_SETTLING.text()));
        assertThat(last.values())
                .as("told to whoever asks once more, seed %d", seed)
                .containsExactly("Sent", "Unknown", "Unknown", "Delivered", "Sent");
        assertThat(List.of(Step.values()))
                .extracting(this::calls)
                .as("how often Meta was asked, seed %d", seed)
                .containsExactly(1L, 0L, 1L, 1L, 1L);
    }

    /** Sendy is there again within a minute, also on a machine that takes longer: nobody looks what became of them before. */
    private static void noMinutePasses(JdbcClient database) {
        database.sql("update jobs.job set due_at = due_at + interval '10 minutes' where kind = 'messaging.confirm'")
                .update();
    }

    private static void minutesPass(JdbcClient database) {
        database.sql("""
                        update messaging.outbound_attempt set begun_at = begun_at - interval '4 minutes'
                        where settled_at is null""").update();
        database.sql("update jobs.job set due_at = now() where kind = 'messaging.confirm' and owner is null")
                .update();
        database.sql("update jobs.store_due set due_at = now()").update();
    }

    private long calls(Step step) {
        return Stream.concat(graph.calls().stream(), instagram.calls().stream())
                .filter(call -> step.text().equals(call.text()))
                .count();
    }

    /** Empty where there is no attempt. */
    private String state(JdbcClient database, Step step) {
        return database.sql("select state from messaging.outbound_attempt where conversation_id = ?")
                .param(conversations.get(step))
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String message(JdbcClient database, Step step) {
        return database.sql("select message_id from messaging.outbound_attempt where conversation_id = ?")
                .param(conversations.get(step))
                .query(String.class)
                .single();
    }

    private List<String> shown(JdbcClient database, Step step) {
        return database.sql("""
                        select status || ' ' || text from messaging.message
                        where conversation_id = ? and direction = 'Outbound' and status <> 'Queued' order by number""").param(conversations.get(step)).query(String.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private static JdbcClient database(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url));
    }

    @Override
    public void close() {
        deaf.close();
        graph.close();
        instagram.close();
    }
}
