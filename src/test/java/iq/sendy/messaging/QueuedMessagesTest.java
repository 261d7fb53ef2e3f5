package iq.sendy.messaging;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.LockPatience;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphCall;
import iq.sendy.fakes.GraphManner;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.Leases;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.QueueOutcomes.Attempted;
import iq.sendy.messaging.jobs.QueuedSender;
import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityKind;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.MetaTrouble;
import iq.sendy.meta.OutboundButtons;
import iq.sendy.meta.OutboundContent;
import iq.sendy.meta.OutboundText;
import iq.sendy.meta.ReplyButton;
import iq.sendy.meta.Sender;
import iq.sendy.meta.StatusUpdate;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sent while nobody waits: in order, at Meta's pace, held while the channel is broken, and twice at most. */
@Scenario
class QueuedMessagesTest {

    private static final MessageAuthor SYSTEM = new MessageAuthor(AuthorKind.SYSTEM, null, "Sendy");
    private static final MessageAuthor AGENT = new MessageAuthor(AuthorKind.AI, null, null);

    /** Of a conversation of one message. */
    private static final String WAITS_FOR_AN_ANSWER_TO_IT = """
            waiting_since = (select m.provider_at from messaging.message as m
                             where m.conversation_id = conversation.id and m.direction = 'Inbound')""";

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    @Autowired
    OutboundMessages messages;

    @Autowired
    QueuedSender sender;

    @Autowired
    InboundProcessing processing;

    @Autowired
    PlatformTransactionManager transactions;

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

    private <T> T inStore(java.util.function.Supplier<T> work) {
        return CurrentTenant.in(
                line.store(),
                () -> LockPatience.of(
                        () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get()))));
    }

    private UUID queues(MessageAuthor author, OutboundContent content) {
        return inStore(() -> messages.queue(line.store(), new QueueMessage(line.conversation(), author, content, null))
                .orElseThrow());
    }

    private UUID queues(String text) {
        return queues(SYSTEM, new OutboundText(text));
    }

    /** The application's own engine leaves the store to the test, and so does time. */
    private void enginePauses() {
        clock.stop();
        backstage
                .jdbc()
                .sql("insert into jobs.paused_store (store_id, paused_at) values (:store, now())")
                .param("store", line.store().value())
                .update();
    }

    private Job job(AtomicLong nanos, long token) {
        return Leases.held(line.store(), sender.kind(), "\"" + line.conversation() + "\"", token, nanos::get);
    }

    private Attempted attempt(Job job) {
        return CurrentTenant.in(line.store(), () -> sender.attempt(job, line.conversation()));
    }

    private JobEnd settle(Job job, Attempted attempted) {
        return inStore(() -> sender.settle(
                        line.store(), List.of(new AttemptResult.Completed<>(job, line.conversation(), attempted)))
                .getFirst());
    }

    /** One turn of the queue, as the engine takes it. */
    private JobEnd turn() {
        var job = job(new AtomicLong(), 1);
        return settle(job, attempt(job));
    }

    private static Duration wait(JobEnd end) {
        return ((JobEnd.Deferred) end).after();
    }

    @Test
    void what_is_queued_is_sent_by_itself_and_in_order() {
        var ids = IntStream.range(0, 12).mapToObj(i -> queues("رسالة " + i)).toList();

        until("all are sent", () -> line.calls().size() == 12 && line.jobs("messaging.send") == 0);

        assertThat(line.calls().stream().map(GraphCall::callbackData))
                .containsExactlyElementsOf(ids.stream().map(UUID::toString).toList());
        assertThat(line.messages()).allMatch(row -> row.startsWith("Sent "));
        assertThat(line.attempts()).allMatch("Sent"::equals);
    }

    @Test
    void a_queued_message_is_not_shown_before_it_is_sent() {
        enginePauses();
        queues("قريبًا");

        assertThat(line.messages()).containsExactly("Queued قريبًا");
        assertThat(line.of("last_message_id")).isNull();
        assertThat(turn()).isInstanceOf(JobEnd.Done.class);
        assertThat(line.of("last_message_id")).isNotNull();
    }

    @Test
    void buttons_are_sent_as_they_were_queued() {
        queues(SYSTEM, new OutboundButtons("نأكد؟", List.of(new ReplyButton("quote:1:confirm", "تأكيد الطلب"))));

        until("it is sent", () -> line.calls().size() == 1);

        var body = Objects.requireNonNull(line.calls().getFirst().body());
        assertThat(body.at("/interactive/action/buttons/0/reply/id").stringValue())
                .isEqualTo("quote:1:confirm");
    }

    @Test
    void after_a_burst_of_45_one_goes_every_six_seconds() {
        enginePauses();
        IntStream.range(0, 47).forEach(i -> queues("رسالة " + i));
        for (var i = 0; i < 45; i++) {
            assertThat(wait(turn())).isZero();
        }

        var wait = wait(turn());

        assertThat(line.calls()).hasSize(45);
        assertThat(wait).isEqualTo(Duration.ofSeconds(6));
        clock.advance(wait);
        assertThat(wait(turn())).isZero();
        assertThat(line.calls()).hasSize(46);
        assertThat(wait(turn())).isEqualTo(Duration.ofSeconds(6));
        assertThat(line.calls()).hasSize(46);
    }

    @Test
    void a_pair_limit_goes_on_in_steps_of_six_seconds_and_counts_no_attempt() {
        enginePauses();
        queues("بطيء");
        line.meets(
                GraphManner.refuses(400, 131056, "pair rate limit hit"),
                GraphManner.refuses(400, 131056, "pair rate limit hit"));

        assertThat(wait(turn())).isEqualTo(Duration.ofSeconds(6));
        assertThat(wait(turn())).as("too early").isEqualTo(Duration.ofSeconds(6));
        assertThat(line.calls()).hasSize(1);
        clock.advance(Duration.ofSeconds(6));
        assertThat(wait(turn())).isEqualTo(Duration.ofSeconds(12));
        clock.advance(Duration.ofSeconds(12));
        assertThat(turn()).isInstanceOf(JobEnd.Done.class);
        assertThat(line.messages()).containsExactly("Sent بطيء");
    }

    @Test
    void a_limit_of_the_account_pauses_the_lane_of_its_channel() {
        enginePauses();
        queues("كثير");
        line.meets(GraphManner.answers(
                429, "{\"error\":{\"message\":\"throughput\",\"code\":130429}}", "Retry-After: 90"));

        assertThat(wait(turn())).isGreaterThanOrEqualTo(Duration.ofSeconds(30));

        assertThat(line.attempts()).containsExactly("Queued");
        assertThat(backstage
                        .jdbc()
                        .sql(
                                "select open_from > now() + interval '20 seconds' from messaging.send_lane where store_id = :s")
                        .param("s", line.store().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_dead_token_holds_the_queue_and_it_goes_on_with_a_new_one() {
        enginePauses();
        queues("محجوزة");
        line.meets(GraphManner.refuses(401, 190, 463, "Session has expired"));
        assertThat(wait(turn())).isEqualTo(Duration.ofMinutes(1));
        for (var i = 0; i < 10; i++) {
            assertThat(wait(turn())).isEqualTo(Duration.ofMinutes(1));
        }
        assertThat(line.calls()).as("a broken channel is not asked again").hasSize(1);

        FakeGraph.shared().whatsApp(line.account(), "token-new");
        assertThat(line.owner()
                        .json(
                                "PATCH",
                                Api.STAFF + "/social/channels/" + line.channel(),
                                Api.object().put("accessToken", "token-new"))
                        .status())
                .isEqualTo(200);

        assertThat(turn()).isInstanceOf(JobEnd.Done.class);
        assertThat(line.messages()).containsExactly("Sent محجوزة");
    }

    @Test
    void what_the_agent_says_by_a_dead_token_is_left_to_people_and_not_sent_later() {
        enginePauses();
        agentHasIt();
        queues(AGENT, new OutboundText("نعم متوفر"));
        line.meets(GraphManner.refuses(401, 190, 463, "Session has expired"));

        assertThat(turn()).isInstanceOf(JobEnd.Done.class);

        assertThat(line.messages()).containsExactly("Failed نعم متوفر");
        assertThat(line.of("status")).isEqualTo("Open");
        agentHasIt();
        queues(AGENT, new OutboundText("بـ25,000"));
        assertThat(turn()).isInstanceOf(JobEnd.Done.class);
        assertThat(line.calls()).as("a broken channel is not asked again").hasSize(1);
        assertThat(line.messages()).containsExactly("Failed نعم متوفر", "Failed بـ25,000");
        assertThat(line.of("status")).isEqualTo("Open");
    }

    @Test
    void passing_trouble_is_tried_six_times_and_then_shown_as_failed() {
        enginePauses();
        line.change("update messaging.conversation set status = 'Pending' where id = :conversation");
        queues("متعثرة");
        IntStream.range(0, 6).forEach(_ -> line.meets(GraphManner.refuses(400, 131000, "Something went wrong")));

        for (var i = 0; i < 5; i++) {
            assertThat(wait(turn())).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(96));
        }
        assertThat(turn()).isInstanceOf(JobEnd.Done.class);

        assertThat(line.calls()).hasSize(6);
        assertThat(line.messages()).containsExactly("Failed متعثرة");
        assertThat(line.of("status")).isEqualTo("Open");
    }

    @ParameterizedTest
    @ValueSource(ints = {131048, 368, 131042, 131047, 131026, 100})
    void what_would_be_refused_again_fails_with_its_reason_and_the_next_one_goes_on(int code) {
        enginePauses();
        line.change("update messaging.conversation set status = 'Pending' where id = :conversation");
        queues("مرفوضة");
        queues("التالية");
        line.meets(GraphManner.refuses(400, code, "no"));

        assertThat(wait(turn())).isZero();

        assertThat(line.messages()).containsExactly("Failed مرفوضة", "Queued التالية");
        assertThat(line.of("status")).isEqualTo("Open");
        assertThat(backstage
                        .jdbc()
                        .sql(
                                "select error_code from messaging.message where conversation_id = :c and status = 'Failed'")
                        .param("c", line.conversation())
                        .query(String.class)
                        .single())
                .isEqualTo(Integer.toString(code));
        var shown = line.owner()
                .withHeader("Accept-Language", "ckb")
                .get(Api.STAFF + "/social/conversations/" + line.conversation())
                .data()
                .at("/messages/0/error");
        assertThat(shown.get("code").stringValue()).isEqualTo(Integer.toString(code));
        assertThat(shown.get("message").stringValue()).isEqualTo("no");
        assertThat(shown.get("explanation").stringValue()).matches("(?s).*\\p{IsArabic}.*");
    }

    @Test
    void a_closed_window_fails_without_asking_meta() {
        enginePauses();
        queues("متأخرة");
        clock.advance(Duration.ofHours(24));

        assertThat(turn()).isInstanceOf(JobEnd.Done.class);

        assertThat(line.calls()).isEmpty();
        assertThat(line.messages()).containsExactly("Failed متأخرة");
    }

    @Test
    void nothing_of_the_agent_is_sent_where_a_person_has_the_conversation() {
        enginePauses();
        queues(AGENT, new OutboundText("أنا الوكيل"));

        assertThat(turn()).isInstanceOf(JobEnd.Done.class);

        assertThat(line.calls()).isEmpty();
        assertThat(line.messages()).isEmpty();
    }

    @Test
    void no_answer_waits_for_evidence_is_sent_once_more_and_never_a_third_time() {
        enginePauses();
        line.change("update messaging.conversation set status = 'Pending' where id = :conversation");
        queues("غامضة");
        queues("التالية");
        line.meets(GraphManner.resets(), GraphManner.resets());

        assertThat(wait(turn())).isEqualTo(Duration.ofMinutes(2));
        assertThat(line.messages()).containsExactly("Unknown غامضة", "Queued التالية");
        clock.advance(Duration.ofSeconds(119));
        assertThat(wait(turn())).isEqualTo(Duration.ofSeconds(1));
        assertThat(line.calls()).as("nothing overtakes it").hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(wait(turn())).isEqualTo(Duration.ofMinutes(2));
        assertThat(line.calls()).hasSize(2);
        clock.advance(Duration.ofMinutes(2));
        assertThat(turn()).isInstanceOf(JobEnd.Done.class);

        assertThat(line.calls().stream().map(GraphCall::text)).containsExactly("غامضة", "غامضة", "التالية");
        assertThat(line.messages()).containsExactly("Unknown غامضة", "Sent التالية");
        assertThat(line.of("status")).isEqualTo("Open");
    }

    @Test
    void evidence_that_comes_in_time_settles_it() {
        enginePauses();
        var id = queues("وصلت");
        line.meets(GraphManner.resets());
        turn();
        backstage
                .jdbc()
                .sql("update messaging.message set external_id = 'wamid.' || id, status = 'Delivered' where id = :id")
                .param("id", id)
                .update();

        assertThat(turn()).isInstanceOf(JobEnd.Done.class);

        assertThat(line.calls()).hasSize(1);
        assertThat(line.messages()).containsExactly("Delivered وصلت");
        assertThat(line.attempts()).containsExactly("Sent");
    }

    @Test
    void a_worker_that_was_frozen_past_its_lease_sends_nothing() {
        enginePauses();
        queues("متجمدة");
        var nanos = new AtomicLong(Duration.ofSeconds(56).toNanos());

        assertThat(attempt(job(nanos, 1))).isInstanceOf(Attempted.NotMade.class);

        assertThat(line.calls()).isEmpty();
        assertThat(line.attempts()).containsExactly("Queued");
    }

    @Test
    void a_worker_that_freezes_after_it_took_the_turn_gives_it_back() {
        enginePauses();
        queues("متجمدة");
        var asked = new AtomicLong();
        // The lease is as good as over when it is asked for the second time, just before Meta would be.
        var job = Leases.held(
                line.store(),
                sender.kind(),
                "\"" + line.conversation() + "\"",
                1,
                () -> asked.incrementAndGet() > 1 ? Duration.ofSeconds(56).toNanos() : 0);

        assertThat(attempt(job)).isInstanceOf(Attempted.NotMade.class);

        assertThat(line.calls()).isEmpty();
        assertThat(line.attempts()).containsExactly("Queued");
        assertThat(turn()).isInstanceOf(JobEnd.Done.class);
        assertThat(line.calls()).hasSize(1);
    }

    @Test
    void two_workers_at_one_queue_ask_meta_once() {
        enginePauses();
        queues("مرة واحدة");

        var attempts = Shop.atOnce(8, i -> attempt(job(new AtomicLong(), i)));

        assertThat(attempts.stream().filter(Attempted.Asked.class::isInstance)).hasSize(1);
        assertThat(line.calls()).hasSize(1);
    }

    @Test
    void a_queue_whose_worker_was_killed_after_meta_was_asked_is_not_sent_again_at_once() {
        enginePauses();
        queues("مقتولة");
        attempt(job(new AtomicLong(), 1));

        var end = turn();

        assertThat(wait(end)).isEqualTo(Duration.ofMinutes(2));
        assertThat(line.calls()).hasSize(1);
        assertThat(line.messages()).containsExactly("Unknown مقتولة");
    }

    @Test
    void what_was_in_flight_in_an_outage_waits_for_what_meta_tells_after_it() {
        enginePauses();
        line.change("update messaging.conversation set status = 'Pending' where id = :conversation");
        queues("مقتولة");
        attempt(job(new AtomicLong(), 1));
        clock.advance(Duration.ofMinutes(10));

        assertThat(wait(turn())).isEqualTo(Duration.ofMinutes(2));
        queues("التالية");
        assertThat(wait(turn())).isEqualTo(Duration.ofMinutes(2));

        assertThat(line.calls()).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        turn();
        assertThat(line.calls().stream().map(GraphCall::text)).startsWith("مقتولة", "مقتولة");
    }

    @Test
    void what_is_queued_while_the_queue_ends_is_sent_too() {
        for (var round = 0; round < 5; round++) {
            var before = line.calls().size();
            Shop.atOnce(8, i -> queues("معًا " + i));
            until("all are sent", () -> line.calls().size() == before + 8 && line.jobs("messaging.send") == 0);
        }
        assertThat(line.messages()).hasSize(40).allMatch(row -> row.startsWith("Sent "));
    }

    @Test
    void a_queue_that_breaks_whoever_holds_it_is_given_up_in_sight() {
        enginePauses();
        line.change("update messaging.conversation set status = 'Pending' where id = :conversation");
        queues("أولى");
        queues("ثانية");
        attempt(job(new AtomicLong(), 1));
        var job = job(new AtomicLong(), 2);

        var end = inStore(() -> sender.settle(
                        line.store(),
                        List.of(new AttemptResult.Failed<>(
                                job,
                                line.conversation(),
                                new IllegalStateException("broken"),
                                new JobEnd.Dead("broken", "broken"))))
                .getFirst());

        assertThat(end).isInstanceOf(JobEnd.Dead.class);
        assertThat(line.messages()).containsExactly("Unknown أولى", "Failed ثانية");
        assertThat(line.of("status")).isEqualTo("Open");
    }

    @Test
    void what_is_under_way_goes_on_when_two_contacts_turn_out_to_be_one() throws Exception {
        enginePauses();
        var bsuid = new Identity(IdentityKind.BSUID, "IQ." + line.account());
        hears("wamid.A-" + line.account(), bsuid);
        var other = backstage
                .jdbc()
                .sql("select id from messaging.conversation where channel_id = :channel and id <> :known")
                .param("channel", line.channel())
                .param("known", line.conversation())
                .query(UUID.class)
                .single();
        for (var conversation : List.of(line.conversation(), other)) {
            inStore(() -> messages.queue(
                            line.store(), new QueueMessage(conversation, SYSTEM, new OutboundText("في الدور"), null))
                    .orElseThrow());
        }
        var held = List.of(GraphManner.held(), GraphManner.held());
        held.forEach(line::meets);
        var replies = List.of(line.conversation(), other).stream()
                .map(conversation -> CompletableFuture.supplyAsync(() -> line.owner()
                        .post(Api.STAFF + "/social/conversations/" + conversation + "/messages", Line.text("الآن"))))
                .toList();
        for (var each : held) {
            each.awaitArrival();
        }

        hears("wamid.B-" + line.account(), bsuid, new Identity(IdentityKind.WA_ID, line.customer()));
        held.forEach(GraphManner.Held::release);

        for (var reply : replies) {
            assertThat(reply.join().status()).as(() -> reply.join().toString()).isEqualTo(200);
            assertThat(reply.join().data("deliveryStatus")).isEqualTo("Sent");
        }
        backstage
                .jdbc()
                .sql("delete from jobs.paused_store where store_id = :store")
                .param("store", line.store().value())
                .update();
        line.jobsAreDue();
        until("all is sent", () -> line.calls().size() == 4 && line.jobs("messaging.send") == 0);
        assertThat(backstage
                        .jdbc()
                        .sql("select state from messaging.outbound_attempt where store_id = :store")
                        .param("store", line.store().value())
                        .query(String.class)
                        .list())
                .hasSize(4)
                .allMatch("Sent"::equals);
    }

    private void hears(String externalId, Identity... identities) {
        inStore(() -> processing.apply(
                line.store(),
                line.channel(),
                List.of(new InboundMessage(
                        line.account(),
                        externalId,
                        new Sender(List.of(identities), "زينب", null),
                        clock.instant(),
                        new InboundContent(MessageKind.TEXT, "مرحبا", null, null, List.of())))));
    }

    @Test
    void who_writes_while_an_answer_is_on_its_way_waits_for_the_next_one() throws Exception {
        var held = GraphManner.held();
        line.meets(held);
        var reply = CompletableFuture.supplyAsync(() -> line.replies("نعم متوفر"));
        held.awaitArrival();
        hears("wamid.B-" + line.account(), new Identity(IdentityKind.WA_ID, line.customer()));
        held.release();

        assertThat(reply.join().status()).isEqualTo(200);
        assertThat(line.of(WAITS_FOR_AN_ANSWER_TO_IT)).isEqualTo(true);
        assertThat(line.replies("بكم؟ بـ25,000").status()).isEqualTo(200);
        assertThat(line.of("waiting_since")).isNull();
    }

    @Test
    void what_meta_took_and_could_not_bring_answers_nobody() {
        enginePauses();
        hears("wamid.B-" + line.account(), new Identity(IdentityKind.WA_ID, line.customer()));
        agentHasIt();
        queues(AGENT, new OutboundText("نعم متوفر"));
        line.meets(GraphManner.acceptsAs("wamid.A-" + line.account()));
        assertThat(turn()).isInstanceOf(JobEnd.Done.class);
        assertThat(line.of("waiting_since")).isNull();

        fails("wamid.A-" + line.account());

        assertThat(line.messages()).containsExactly("Failed نعم متوفر");
        assertThat(line.of("status")).isEqualTo("Open");
        assertThat(line.of(WAITS_FOR_AN_ANSWER_TO_IT)).isEqualTo(true);
    }

    @Test
    void what_failed_before_its_sender_heard_that_meta_took_it_answers_nobody() {
        enginePauses();
        hears("wamid.B-" + line.account(), new Identity(IdentityKind.WA_ID, line.customer()));
        agentHasIt();
        queues(AGENT, new OutboundText("نعم متوفر"));
        line.meets(GraphManner.acceptsAs("wamid.A-" + line.account()));

        fails("wamid.A-" + line.account());
        assertThat(turn()).isInstanceOf(JobEnd.Done.class);

        assertThat(line.messages()).containsExactly("Failed نعم متوفر");
        assertThat(line.of("status")).isEqualTo("Open");
        assertThat(line.of("waiting_since")).isNotNull();
    }

    private void agentHasIt() {
        line.change("update messaging.conversation set status = 'Pending' where id = :conversation");
    }

    private void fails(String externalId) {
        var undeliverable = List.of(new MetaTrouble("131026", "Message undeliverable", null));
        inStore(() -> processing.apply(
                line.store(),
                line.channel(),
                List.of(new StatusUpdate(
                        line.account(), externalId, null, "failed", clock.instant(), undeliverable, null))));
    }

    @Test
    void a_closed_port_is_tried_again_later() {
        enginePauses();
        queues("لاحقًا");
        FakeGraph.shared().refusesConnections();
        assertThat(wait(turn())).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        FakeGraph.shared().listensAgain();

        assertThat(turn()).isInstanceOf(JobEnd.Done.class);

        assertThat(line.messages()).containsExactly("Sent لاحقًا");
    }
}
