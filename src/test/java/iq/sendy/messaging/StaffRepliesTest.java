package iq.sendy.messaging;

import static iq.sendy.Waiting.until;
import static iq.sendy.messaging.Line.text;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphCall;
import iq.sendy.fakes.GraphManner;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A reply of the store: sent once, or shown as not confirmed, and never silently twice. */
@Scenario
class StaffRepliesTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    private Shop shop;
    private Line line;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        line = Line.whatsApp(backstage, shop);
    }

    @AfterEach
    void reset() {
        clock.reset();
        FakeGraph.shared().listensAgain();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_reply_is_sent_at_once_and_stored_as_sent() {
        line.meets(GraphManner.acceptsAs("wamid.OUT-" + line.account()));

        var sent = line.replies("نعم متوفر، 25,000 د.ع");

        assertThat(sent.status()).as(sent::toString).isEqualTo(200);
        assertThat(sent.data("deliveryStatus")).isEqualTo("Sent");
        assertThat(sent.data("direction")).isEqualTo("Outbound");
        assertThat(sent.data("kind")).isEqualTo("Text");
        assertThat(sent.data("text")).isEqualTo("نعم متوفر، 25,000 د.ع");
        assertThat(sent.data("isAiGenerated")).isEqualTo("false");
        assertThat(sent.data("author.kind")).isEqualTo("Staff");
        assertThat(line.calls()).singleElement().satisfies(call -> {
            assertThat(call.text()).isEqualTo("نعم متوفر، 25,000 د.ع");
            assertThat(call.callbackData()).isEqualTo(sent.data("id"));
            assertThat(body(call).get("to").stringValue()).isEqualTo(line.customer());
            assertThat(call.token()).isEqualTo("token-" + line.account());
        });
        assertThat(line.messages()).containsExactly("Sent نعم متوفر، 25,000 د.ع");
        assertThat(line.attempts()).containsExactly("Sent");
        assertThat(line.of("last_message_id")).isEqualTo(UUID.fromString(sent.data("id")));
        assertThat(line.of("waiting_since")).isNull();
    }

    private static JsonNode body(GraphCall call) {
        return Objects.requireNonNull(call.body());
    }

    @Test
    void a_program_sends_at_its_door_and_is_no_member_of_the_staff() {
        var program = api.withKey(shop.mints("messaging:write"));

        var sent = program.post(Api.KEYS + line.path(), text("طلبك في الطريق"));

        assertThat(sent.status()).as(sent::toString).isEqualTo(200);
        assertThat(sent.data("author.kind")).isEqualTo("System");
        assertThat(line.calls()).hasSize(1);
        assertThat(api.withKey(shop.mints("messaging:read"))
                        .post(Api.KEYS + line.path(), text("x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_reply_where_the_agent_answers_takes_the_conversation_over() {
        line.change("update messaging.conversation set status = 'Pending' where id = :conversation");

        assertThat(line.replies("أنا معك").status()).isEqualTo(200);

        assertThat(line.of("status")).isEqualTo("Open");
        assertThat(line.of("assigned_user_id")).isNotNull();
    }

    @Test
    void a_refusal_of_meta_leaves_nothing_and_is_explained_in_the_language_of_the_request() {
        line.change("update messaging.conversation set status = 'Pending' where id = :conversation");
        line.meets(GraphManner.refuses(400, 131026, "Message undeliverable"));
        var key = key();

        var refused = line.owner()
                .withHeader("Accept-Language", "ar")
                .withHeader("Idempotency-Key", key)
                .post(Api.STAFF + line.path(), text("مرحبا"));

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.faults()).containsExactly("social.refused");
        var error = Line.error(refused);
        assertThat(error.get("metaCode").stringValue()).isEqualTo("131026");
        assertThat(error.get("message").stringValue()).matches("(?s).*\\p{IsArabic}.*");
        assertThat(line.messages()).isEmpty();
        assertThat(line.attempts()).containsExactly("Refused");
        assertThat(line.of("status")).isEqualTo("Pending");
        assertThat(line.of("waiting_since")).isNotNull();

        assertThat(line.repliesOnce(key, "مرحبا").status())
                .as("what was refused may be tried again")
                .isEqualTo(200);
        assertThat(line.calls()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "401, 190", "403, 10", "500, 2", "400, 131000", "429, 130429", "400, 131056", "400, 131048", "400, 368",
        "400, 131047", "400, 131026", "400, 131042", "400, 100", "400, 131051", "400, 131053", "400, 133010",
                "400, 999999"
    })
    void every_refusal_of_meta_has_its_code_and_nothing_is_half_stored(int status, int code) {
        line.meets(GraphManner.refuses(status, code, "no"));

        var answer = line.replies("مرحبا");

        if (status == 500) {
            assertThat(answer.status()).as(answer::toString).isEqualTo(200);
            assertThat(answer.data("deliveryStatus")).isEqualTo("Unknown");
            return;
        }
        assertThat(answer.status()).as(answer::toString).isEqualTo(400);
        assertThat(Line.error(answer).get("metaCode").stringValue()).isEqualTo(Integer.toString(code));
        assertThat(line.messages()).isEmpty();
        assertThat(line.calls()).hasSize(1);
    }

    @Test
    void a_dead_token_stops_the_channel_for_the_next_reply_without_asking_meta() {
        line.meets(GraphManner.refuses(401, 190, 463, "Session has expired"));
        var first = line.replies("مرحبا");
        assertThat(first.status()).isEqualTo(400);
        assertThat(Line.error(first).get("metaSubcode").stringValue()).isEqualTo("463");

        var second = line.replies("مرحبا");

        assertThat(second.status()).as(second::toString).isEqualTo(409);
        assertThat(second.faults()).containsExactly("social.channel_unavailable");
        assertThat(line.calls()).hasSize(1);
    }

    @Test
    void a_channel_that_is_off_or_gone_sends_nothing() {
        var channel = Api.STAFF + "/social/channels/" + line.channel();
        assertThat(line.owner()
                        .json("PATCH", channel, Api.object().put("isEnabled", false))
                        .status())
                .isEqualTo(200);
        assertThat(line.replies("مرحبا").faults()).containsExactly("social.channel_unavailable");
        assertThat(line.owner().delete(channel).status()).isEqualTo(200);
        assertThat(line.replies("مرحبا").status()).isEqualTo(409);
        assertThat(line.calls()).isEmpty();
    }

    @Test
    void the_window_is_open_at_its_last_millisecond_and_closed_at_24_hours() {
        clock.stop();
        var ends = clock.instant().plus(Duration.ofHours(24)).truncatedTo(ChronoUnit.MILLIS);
        line.windowEnds(ends);
        // Keys outlive a day, and sessions do not.
        var program = api.withKey(shop.mints("messaging:write"));
        clock.advance(Duration.between(clock.instant(), ends).minusMillis(1));
        assertThat(program.post(Api.KEYS + line.path(), text("في آخر لحظة")).status())
                .isEqualTo(200);

        clock.advance(Duration.between(clock.instant(), ends));
        var closed = program.post(Api.KEYS + line.path(), text("بعد يوم"));

        assertThat(closed.status()).as(closed::toString).isEqualTo(409);
        assertThat(closed.faults()).containsExactly("social.window_closed");
        assertThat(line.calls()).hasSize(1);
    }

    @Test
    void nobody_is_written_to_who_never_wrote() {
        line.change("update messaging.conversation set window_expires_at = null where id = :conversation");

        assertThat(line.replies("مرحبا").faults()).containsExactly("social.window_closed");
        assertThat(line.calls()).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_an_unknown_conversation_first() {
        var instagram = Line.instagram(backstage, shop);
        var long600 = "ن".repeat(600);

        assertThat(line.owner().post(Api.STAFF + line.path(), "{}").faults()).containsExactly("text field.required");
        assertThat(line.replies("a".repeat(4_096)).status()).isEqualTo(200);
        assertThat(line.replies("a".repeat(4_097)).faults()).containsExactly("text field.too_long");
        assertThat(instagram.replies(long600).faults()).containsExactly("text field.too_long");
        assertThat(instagram.replies("ن".repeat(500)).status()).isEqualTo(200);
        assertThat(instagram
                        .owner()
                        .post(
                                Api.STAFF + instagram.path(),
                                text(long600)
                                        .put("imageUrl", "http://example.com/a.png")
                                        .put("replyTo", UUID.randomUUID().toString()))
                        .faults())
                .containsExactly("imageUrl field.invalid", "replyTo reply.unsupported", "text picture.no_caption");
        assertThat(line.owner()
                        .post(Api.STAFF + line.path(), text("x").put("replyTo", "no id"))
                        .faults())
                .containsExactly("replyTo field.invalid");
        assertThat(line.owner()
                        .post(
                                Api.STAFF + line.path(),
                                text("x").put("replyTo", UUID.randomUUID().toString()))
                        .faults())
                .containsExactly("replyTo message.unknown");
        assertThat(line.owner()
                        .post(Api.STAFF + "/social/conversations/" + UUID.randomUUID() + "/messages", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(line.owner()
                        .post(Api.STAFF + "/social/conversations/none/messages", text("x"))
                        .status())
                .isEqualTo(404);
        assertThat(Shop.opens(api)
                        .owner()
                        .post(Api.STAFF + line.path(), text("x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_picture_goes_with_its_text_and_a_reply_names_the_message_that_it_answers() {
        var first = line.replies("هذه؟");
        var picture = line.owner()
                .post(
                        Api.STAFF + line.path(),
                        text("نعم هذه")
                                .put("imageUrl", "https://cdn.example.com/rose.jpg")
                                .put("replyTo", first.data("id")));

        assertThat(picture.status()).as(picture::toString).isEqualTo(200);
        assertThat(picture.data("kind")).isEqualTo("Image");
        assertThat(picture.data("text")).isEqualTo("نعم هذه");
        var sent = body(line.calls().getLast());
        assertThat(sent.at("/image/link").stringValue()).isEqualTo("https://cdn.example.com/rose.jpg");
        assertThat(sent.at("/image/caption").stringValue()).isEqualTo("نعم هذه");
        assertThat(sent.at("/context/message_id").stringValue()).isEqualTo(picture.data("inReplyTo"));
        assertThat(picture.data("inReplyTo")).startsWith("wamid.");
    }

    @Test
    void the_same_reply_again_gets_the_first_answer_and_another_one_under_its_key_is_refused() {
        var key = key();
        var first = line.repliesOnce(key, "مرحبا");

        var again = line.repliesOnce(key, "مرحبا");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(line.repliesOnce(key, "غير ذلك").status()).isEqualTo(422);
        assertThat(line.calls()).hasSize(1);
    }

    @Test
    void thirty_requests_at_once_with_one_key_are_one_call_and_without_keys_thirty() {
        var key = key();

        var same = Shop.atOnce(30, _ -> line.repliesOnce(key, "مرة واحدة"));

        assertThat(line.calls()).hasSize(1);
        assertThat(same)
                .allSatisfy(
                        reply -> assertThat(reply.status()).as(reply::toString).isIn(200, 409));
        assertThat(same.stream()
                        .filter(reply -> reply.status() == 200)
                        .map(reply -> reply.data("id"))
                        .distinct())
                .hasSize(1);
        assertThat(same.stream().filter(reply -> reply.status() == 409).flatMap(reply -> reply.faults().stream()))
                .allMatch("Idempotency-Key idempotency.in_progress"::equals);
        assertThat(line.repliesOnce(key, "مرة واحدة").status()).isEqualTo(200);

        var other = Shop.atOnce(30, i -> line.replies("رقم " + i));
        assertThat(other)
                .allSatisfy(
                        reply -> assertThat(reply.status()).as(reply::toString).isEqualTo(200));
        assertThat(line.calls()).hasSize(31);
        assertThat(line.calls().stream().map(GraphCall::callbackData).collect(Collectors.toSet()))
                .hasSize(31);
    }

    @Test
    void one_key_at_two_conversations_at_once_is_one_call() {
        var other = Line.whatsApp(backstage, shop);
        var key = key();

        var both = Shop.atOnce(20, i -> (i % 2 == 0 ? line : other).repliesOnce(key, "مرحبا"));

        assertThat(line.calls().size() + other.calls().size()).isOne();
        assertThat(both)
                .allSatisfy(
                        reply -> assertThat(reply.status()).as(reply::toString).isIn(200, 409, 422));
    }

    @Test
    void a_retry_while_the_first_request_still_hangs_at_meta_is_told_so() throws Exception {
        var key = key();
        var held = GraphManner.held();
        line.meets(held);
        var first = CompletableFuture.supplyAsync(() -> line.repliesOnce(key, "لحظة"));
        held.awaitArrival();

        var again = line.repliesOnce(key, "لحظة");
        assertThat(again.status()).as(again::toString).isEqualTo(409);
        assertThat(again.faults()).containsExactly("Idempotency-Key idempotency.in_progress");
        assertThat(again.header("Retry-After")).isEqualTo("1");
        assertThat(line.repliesOnce(key, "غيرها").status()).isEqualTo(422);

        held.release();
        assertThat(first.join().data("deliveryStatus")).isEqualTo("Sent");
        assertThat(line.repliesOnce(key, "لحظة").text()).isEqualTo(first.join().text());
        assertThat(line.calls()).hasSize(1);
    }

    @Test
    void a_connection_that_is_refused_sends_nothing_and_says_so() {
        FakeGraph.shared().refusesConnections();
        var key = key();

        var refused = line.repliesOnce(key, "مرحبا");

        assertThat(refused.status()).as(refused::toString).isEqualTo(503);
        assertThat(refused.faults()).containsExactly("social.unreachable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(line.messages()).isEmpty();
        assertThat(line.attempts()).containsExactly("NotSent");
        FakeGraph.shared().listensAgain();
        assertThat(line.repliesOnce(key, "مرحبا").data("deliveryStatus")).isEqualTo("Sent");
        assertThat(line.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"reset", "half", "500", "502", "no id", "no json"})
    void a_connection_that_breaks_after_bytes_left_is_shown_as_not_confirmed_and_never_sent_again(String how) {
        line.meets(
                switch (how) {
                    case "reset" -> GraphManner.resets();
                    case "half" -> GraphManner.cutsItsAnswer();
                    case "500" -> GraphManner.fails(500);
                    case "502" -> GraphManner.fails(502);
                    case "no id" -> GraphManner.answers(200, "{\"messaging_product\":\"whatsapp\"}");
                    default -> GraphManner.answers(200, "<html>");
                });
        var key = key();

        var answer = line.repliesOnce(key, "وصلت؟");

        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.data("deliveryStatus")).isEqualTo("Unknown");
        assertThat(line.messages()).containsExactly("Unknown وصلت؟");
        assertThat(line.repliesOnce(key, "وصلت؟").text()).isEqualTo(answer.text());

        clock.advance(Duration.ofSeconds(121));
        line.jobsAreDue();
        until("nobody looks any more", () -> line.jobs("messaging.confirm") == 0);
        assertThat(line.messages()).containsExactly("Unknown وصلت؟");
        assertThat(line.calls()).hasSize(1);
    }

    @Test
    void what_a_process_left_behind_that_died_before_it_noted_anything_is_shown_as_not_confirmed() {
        var key = key();
        var sent = line.repliesOnce(key, "قبل الانقطاع");
        died(key, sent.data("id"));

        assertThat(line.repliesOnce(key, "قبل الانقطاع").faults())
                .as("while another may still be at it")
                .containsExactly("Idempotency-Key idempotency.in_progress");

        line.jobsAreDue();
        clock.advance(Duration.ofSeconds(61));
        line.jobsAreDue();
        until("it is found", () -> line.messages().equals(List.of("Unknown قبل الانقطاع")));
        var again = line.repliesOnce(key, "قبل الانقطاع");
        assertThat(again.status()).as(again::toString).isEqualTo(200);
        assertThat(again.data("id")).isEqualTo(sent.data("id"));
        assertThat(again.data("deliveryStatus")).isEqualTo("Unknown");

        clock.advance(Duration.ofSeconds(61));
        line.jobsAreDue();
        until("nobody looks any more", () -> line.jobs("messaging.confirm") == 0);
        assertThat(line.calls()).hasSize(1);
        assertThat(line.messages()).containsExactly("Unknown قبل الانقطاع");
    }

    @Test
    void a_reply_that_hangs_longer_than_anybody_waits_is_shown_as_not_confirmed_until_meta_answers() throws Exception {
        var held = GraphManner.held();
        line.meets(held);
        var reply = CompletableFuture.supplyAsync(() -> line.replies("معلقة"));
        held.awaitArrival();

        clock.advance(Duration.ofSeconds(61));
        line.jobsAreDue();
        until("it is found", () -> line.messages().equals(List.of("Unknown معلقة")));
        held.release();

        assertThat(reply.join().data("deliveryStatus")).isEqualTo("Sent");
        assertThat(line.messages()).containsExactly("Sent معلقة");
        assertThat(line.attempts()).containsExactly("Sent");
        assertThat(line.calls()).hasSize(1);
    }

    @Test
    void whoever_was_frozen_between_the_claim_and_the_call_calls_nobody() throws Exception {
        // Its claim waits before its commit, for the store's place in the log of changes.
        try (var connection = DriverManager.getConnection(backstage.url())) {
            var holder = connection.unwrap(PGConnection.class).getBackendPID();
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement(
                    "select 1 from platform.store_counter where store_id = ?::uuid and name = 'audit' for update")) {
                lock.setString(1, shop.storeId());
                lock.execute();
            }
            var reply = CompletableFuture.supplyAsync(() -> line.replies("متجمدة"));
            until(
                    "it waits",
                    () -> backstage
                            .jdbc()
                            .sql(
                                    "select exists (select from pg_stat_activity where :holder = any (pg_blocking_pids(pid)))")
                            .param("holder", holder)
                            .query(Boolean.class)
                            .single());
            clock.advance(Duration.ofSeconds(31));
            connection.rollback();

            assertThat(reply.join().status()).as(() -> reply.join().toString()).isEqualTo(503);
        }
        assertThat(line.calls()).isEmpty();
        assertThat(line.messages()).isEmpty();
        assertThat(line.attempts()).containsExactly("NotSent");
    }

    /** The rows are as they were before what came of it was noted: the process was killed. */
    private void died(String key, String message) {
        var id = UUID.fromString(message);
        backstage
                .jdbc()
                .sql("delete from platform.kept_answer where key = :key")
                .param("key", key)
                .update();
        backstage
                .jdbc()
                .sql("update messaging.message set status = 'Queued', external_id = null where id = :id")
                .param("id", id)
                .update();
        backstage
                .jdbc()
                .sql(
                        "update messaging.outbound_attempt set state = 'InFlight', settled_at = null where message_id = :id")
                .param("id", id)
                .update();
    }

    @Test
    void a_status_that_names_our_own_id_confirms_what_nobody_noted() {
        line.meets(GraphManner.resets());
        var answer = line.replies("وصلت؟");
        var id = answer.data("id");
        backstage
                .jdbc()
                .sql("update messaging.message set external_id = :external, status = 'Delivered' where id = :id::uuid")
                .param("external", "wamid." + id)
                .param("id", id)
                .update();

        line.jobsAreDue();

        until("it is settled", () -> line.attempts().equals(List.of("Sent")));
        assertThat(line.messages()).containsExactly("Delivered وصلت؟");
        assertThat(line.of("waiting_since")).isNull();
    }

    @Test
    void a_status_that_beats_the_answer_is_not_lost() throws Exception {
        var held = GraphManner.held();
        line.meets(held);
        var reply = CompletableFuture.supplyAsync(() -> line.replies("سريع"));
        held.awaitArrival();
        var external = "wamid.FAST-" + line.account();
        // Told by the number that only Meta knows yet.
        backstage
                .jdbc()
                .sql("""
                        insert into messaging.parked_update (store_id, channel_id, external_id, status, status_at, created_at)
                        values (:store, :channel, :external, 'Read', now(), now())
                        """)
                .param("store", line.store().value())
                .param("channel", line.channel())
                .param("external", external)
                .update();
        line.meets(GraphManner.acceptsAs(external));

        held.release();
        reply.join();
        var second = line.replies("مقروء");

        assertThat(second.data("deliveryStatus")).isEqualTo("Read");
    }

    @Test
    void the_log_of_changes_has_the_reply_and_not_its_words() {
        line.replies("سر بيننا");

        var log = line.owner().get(Api.STAFF + "/audit-log?pageSize=100");

        assertThat(log.text()).contains("message.created").doesNotContain("سر بيننا");
    }

    @Test
    void a_key_that_is_older_than_what_is_kept_may_be_used_anew() {
        var key = key();
        line.repliesOnce(key, "قديم");
        for (var table : List.of("platform.kept_answer", "messaging.outbound_attempt")) {
            backstage
                    .jdbc()
                    .sql("update " + table + " set created_at = :then where store_id = :store")
                    .param("then", Instant.now().minus(Duration.ofHours(73)).atOffset(java.time.ZoneOffset.UTC))
                    .param("store", line.store().value())
                    .update();
        }

        assertThat(line.repliesOnce(key, "جديد").status()).isEqualTo(200);
        assertThat(line.calls()).hasSize(2);
    }
}
