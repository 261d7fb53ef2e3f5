package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.agent.model.FixedText;
import iq.sendy.agent.model.FixedTexts;
import iq.sendy.billing.CallId;
import iq.sendy.billing.Ledger;
import iq.sendy.billing.TokenBudget;
import iq.sendy.billing.TokenBudget.Reservation;
import iq.sendy.fakes.GraphManner;
import iq.sendy.fakes.ModelManner;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.MessageKind;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever goes wrong, no customer is left alone: there is another attempt, or a person, and never two replies. */
class AgentFailuresTest extends TalkScenario {

    private static final String HAND_OFF = FixedTexts.of(ReplyLanguage.AR, FixedText.HAND_OFF);
    private static final String ERROR = FixedTexts.of(ReplyLanguage.AR, FixedText.ERROR);

    @Autowired
    AgentDispatch dispatch;

    @Autowired
    TurnPlayer turns;

    @Autowired
    TokenBudget budget;

    private long billable() {
        return (long) Objects.requireNonNull(talk.rows("""
                        select coalesce(sum(input_tokens + output_tokens), 0)::bigint as n from billing.ai_usage_event
                        where store_id = :store and is_billable
                        """).getFirst().get("n"));
    }

    @Test
    void an_attempt_that_fails_is_made_again_and_counts() throws Exception {
        var failing = ModelManner.held(ModelManner.fails());
        talk.meets(failing, ModelManner.says("هلا بيك", 100, 10));
        talk.writes("هلو");
        failing.awaitArrival();
        // It would wait for seconds alone, which a busy machine takes for a look.
        talk.pauses();
        failing.release();
        until("it waits", () -> talk.states().getFirst().startsWith("Retry"));
        assertThat(talk.status()).isEqualTo("Pending");

        talk.goesOn();
        talk.settlesAs("Done");

        assertThat(talk.jobs().getFirst().get("attempts").intValue()).isEqualTo(2);
        assertThat(talk.sent()).containsExactly("هلا بيك");
    }

    @Test
    void an_attempt_that_cannot_begin_while_somebody_holds_the_conversation_is_none() throws SQLException {
        var job = jobThatNobodyTakes();
        try (var holder = backstage.pool().getConnection();
                var lock =
                        holder.prepareStatement("select 1 from messaging.conversation where store_id = ? for update")) {
            holder.setAutoCommit(false);
            lock.setObject(1, talk.store().value());
            assertThat(lock.executeQuery().next()).isTrue();

            assertThat(plays(job)).isInstanceOf(Dispatched.NotMade.class);
            holder.rollback();
            holder.setAutoCommit(true);
        }
        talk.meets(ModelManner.says("هلا بيك"));
        assertThat(plays(job)).isInstanceOf(Dispatched.Written.class);
    }

    private Dispatched plays(AiMessageJob job) {
        return CurrentTenant.in(talk.store(), () -> turns.play(talk.store(), job, 1, () -> true));
    }

    @Test
    void who_writes_in_a_rush_waits_for_the_budget_that_calls_beside_theirs_may_not_use() {
        well(talk.shop().owner().put(Api.STAFF + "/subscription/spend-cap", "{\"tokens\": 100000}"));
        var ledger = new Ledger(talk.store(), budget, transactions);
        var beside = new CallId(UUID.randomUUID(), 1, 1);
        assertThat(ledger.reserves(beside, 100_000, 0)).isInstanceOf(Reservation.Granted.class);
        talk.meets(ModelManner.says("هلا بيك"));

        talk.writes("هلو");
        until("it waits", () -> talk.states().getFirst().startsWith("Retry budget_in_use"));
        ledger.settles(beside, 100, 0);
        talk.settlesAs("Done");

        assertThat(talk.jobs().getFirst().get("attempts").intValue()).isOne();
        assertThat(talk.sent()).containsExactly("هلا بيك");
    }

    @Test
    void a_turn_that_waits_for_the_budget_in_its_middle_asks_nothing_twice() {
        well(talk.shop().owner().put(Api.STAFF + "/subscription/spend-cap", "{\"tokens\": 100000}"));
        var job = jobThatNobodyTakes();
        talk.meets(ModelManner.calls("search_products", "{\"query\":\"ورد\"}"), ModelManner.says("اي عدنا"));
        var ledger = new Ledger(talk.store(), budget, transactions);
        var beside = new CallId(UUID.randomUUID(), 1, 1);
        var looks = new AtomicInteger();

        var played = CurrentTenant.in(
                talk.store(),
                () -> turns.play(talk.store(), job, 1, () -> {
                    switch (looks.incrementAndGet()) {
                        case 2 ->
                            assertThat(ledger.reserves(beside, 98_000, 0)).isInstanceOf(Reservation.Granted.class);
                        case 4 -> assertThat(ledger.settles(beside, 100, 0)).isTrue();
                        default -> {
                            // Before the first call, and once while the second one waits.
                        }
                    }
                    return true;
                }));

        assertThat(played).isInstanceOf(Dispatched.Written.class);
        assertThat(looks).hasValue(4);
        assertThat(talk.asked()).hasSize(2);
    }

    @Test
    void what_no_attempt_helps_goes_to_people_who_may_drive_it_again() {
        talk.meets(ModelManner.refuses(400, "invalid_request_error", "invalid_request_error"));
        talk.writes("هلو");
        until("it is dead", () -> talk.states().getFirst().startsWith("Dead"));
        until("the customer heard of it", () -> talk.sent().size() == 1);
        until("the inbox shows it", () -> talk.inbox().get("messages").size() == 2);

        assertThat(talk.status()).isEqualTo("Open");
        assertThat(talk.sent()).containsExactly(ERROR);
        assertThat(talk.inbox().get("messages").get(1).get("isAiGenerated").booleanValue())
                .isFalse();

        var job = talk.jobs().getFirst().get("id").stringValue();
        talk.meets(ModelManner.says("هلا بيك، آسفين على التأخير"));
        assertThat(talk.does("/jobs/" + job + "/retry").status()).isEqualTo(200);
        talk.settlesAs("Done");

        assertThat(talk.sent()).containsExactly(ERROR, "هلا بيك، آسفين على التأخير");
        assertThat(talk.status()).isEqualTo("Pending");
        var again = talk.does("/jobs/" + job + "/retry");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("errors").get(0).get("code").stringValue()).isEqualTo("agent_job.not_dead");
        assertThat(talk.does("/jobs/" + UUID.randomUUID() + "/retry").status()).isEqualTo(404);
    }

    @Test
    void a_model_that_is_cut_off_may_try_once_more() {
        talk.meets(ModelManner.isCutOff(), ModelManner.says("اي موجود"));
        talk.writes("هلو");
        talk.settlesAs("Done");
        assertThat(talk.sent()).containsExactly("اي موجود");

        talk.meets(ModelManner.isCutOff(), ModelManner.saysNothing());
        talk.writes("شكرا");
        talk.settlesAs("Done", "HandedOff model_fault");
        until("the customer heard of it", () -> talk.sent().size() == 2);
        assertThat(talk.sent().getLast()).isEqualTo(HAND_OFF);
        assertThat(talk.status()).isEqualTo("Open");
    }

    @Test
    void a_price_that_no_tool_told_never_reaches_the_customer_and_is_not_paid() {
        talk.meets(ModelManner.says("سعرها 99,000 دينار"), ModelManner.says("بس بـ 98,000 دينار"));
        talk.writes("هلو");

        talk.settlesAs("HandedOff gate");
        until("the customer heard of it", () -> talk.sent().size() == 1);

        assertThat(talk.sent()).containsExactly(HAND_OFF);
        assertThat(talk.asked()).hasSize(2);
        assertThat(talk.asked().getLast().system()).contains(GateRule.MONEY.correction());
    }

    @Test
    void who_asks_the_model_for_a_person_gets_one() {
        talk.meets(ModelManner.calls("handoff_to_staff", "{\"reason\":\"complaint\",\"summary\":\"late\"}"));
        talk.writes("هلو");

        talk.settlesAs("HandedOff complaint");
        until("the customer heard of it", () -> talk.sent().size() == 1);

        assertThat(talk.sent()).containsExactly(HAND_OFF);
        var note = talk.inbox().at("/notes/0");
        assertThat(note.get("text").stringValue()).isEqualTo("late");
        assertThat(note.at("/author/kind").stringValue()).isEqualTo("agent");
        until("the inbox shows it", () -> talk.inbox().get("messages").size() == 2);
        assertThat(talk.inbox().get("waitingSince").isNull())
                .as("who was told that a person answers has no answer yet")
                .isFalse();
        well(talk.does("/resolve"));
        assertThat(well(talk.does("/reopen")).data().get("waitingSince").isNull())
                .isFalse();
        // What comes now is for people, and the agent is silent.
        talk.writes("وين الطلب؟");
        assertThat(talk.states()).containsExactly("HandedOff complaint");
    }

    @Test
    void a_turn_has_four_calls_of_the_model_and_then_people_go_on() {
        talk.meets(
                ModelManner.calls("search_products", "{\"query\":\"ورد\"}"),
                ModelManner.calls("nothing_like_that", "{}"),
                ModelManner.calls("search_products", "not json"),
                ModelManner.calls("search_products", "{\"query\":\"ورد\"}"));
        talk.writes("هلو");

        talk.settlesAs("HandedOff turn_limit");

        assertThat(talk.asked()).hasSize(4);
    }

    @Test
    void a_picture_goes_to_people_and_a_sticker_to_nobody() {
        talk.sends(new InboundContent(MessageKind.STICKER, null, null, null, List.of()), Instant.now());
        talk.settlesAs("Skipped nothing_to_answer");
        assertThat(talk.status()).isEqualTo("Pending");

        talk.sends(new InboundContent(MessageKind.IMAGE, null, null, null, List.of()), Instant.now());
        talk.settlesAs("Skipped nothing_to_answer", "HandedOff unreadable_media");
        assertThat(talk.asked()).isEmpty();
    }

    @Test
    void what_has_no_words_for_a_model_waits_for_a_person() {
        talk.sends(new InboundContent(MessageKind.ORDER, null, null, null, List.of()), Instant.now());
        talk.settlesAs("HandedOff unreadable_media");
        var silent = talk.another();
        silent.sends(new InboundContent(MessageKind.TEXT, null, null, null, List.of()), Instant.now());
        silent.settlesAs("Skipped nothing_to_answer");

        assertThat(silent.sent()).isEmpty();
        for (var each : List.of(talk, silent)) {
            assertThat(each.status()).isEqualTo("Open");
            assertThat(each.inbox().get("waitingSince").isNull()).isFalse();
        }
    }

    @Test
    void what_is_long_past_waits_for_a_person() {
        talk.writes("هلو", Instant.now().minus(Duration.ofMinutes(16)));

        assertThat(talk.status()).isEqualTo("Open");
        assertThat(talk.states()).isEmpty();
    }

    @Test
    void an_agent_that_is_switched_off_meanwhile_leaves_the_conversation_to_people() throws Exception {
        var held = ModelManner.held(ModelManner.says("هلا بيك", 500, 50));
        talk.meets(held);
        talk.writes("هلو");
        held.awaitArrival();
        var off = talk.shop()
                .owner()
                .post(
                        Api.STAFF + "/social/channels/" + talk.channel() + "/toggle-agent",
                        Api.object().put("enabled", false));
        assertThat(off.status()).isEqualTo(200);
        held.release();

        talk.settlesAs("Skipped agent_off");

        assertThat(talk.status()).isEqualTo("Open");
        assertThat(talk.sent()).isEmpty();
        assertThat(billable()).isZero();
    }

    @Test
    void a_resolved_conversation_is_answered_no_more() throws Exception {
        var held = ModelManner.held(ModelManner.says("هلا بيك"));
        talk.meets(held);
        talk.writes("هلو");
        held.awaitArrival();
        assertThat(talk.does("/resolve").status()).isEqualTo(200);
        assertThat(talk.states()).containsExactly("Skipped resolved");
        held.release();

        // What comes after that is a beginning: nothing of before is read.
        talk.meets(ModelManner.says("هلا مرة ثانية"));
        talk.writes("رجعت");
        talk.settlesAs("Skipped resolved", "Done");
        assertThat(talk.sent()).containsExactly("هلا مرة ثانية");
        assertThat(talk.asked().getLast().userTexts()).containsExactly("رجعت");
    }

    @Test
    void a_reply_that_meta_refuses_is_shown_and_waits_for_a_person() {
        talk.meets(ModelManner.says("هلا بيك"));
        talk.graphMeets(GraphManner.refuses(400, 131_026, "Message undeliverable"));
        talk.writes("هلو");

        talk.settlesAs("Dead refused");
        assertThat(talk.status()).isEqualTo("Open");
        assertThat(billable()).isZero();
    }

    @Test
    void a_reply_by_a_token_that_meta_takes_no_more_is_shown_and_waits_for_a_person() {
        talk.meets(ModelManner.says("هلا بيك"));
        talk.graphMeets(GraphManner.refuses(401, 190, 463, "Session has expired"));
        talk.writes("هلو");

        talk.settlesAs("Dead refused");
        assertThat(talk.status()).isEqualTo("Open");
        assertThat(talk.inbox().at("/messages/1/error/code").asString("")).isEqualTo("190");
        assertThat(talk.inbox().get("waitingSince").isNull()).isFalse();
    }

    @Test
    void what_is_written_while_a_reply_is_on_its_way_is_answered_after_it() {
        backstage
                .jdbc()
                .sql("insert into jobs.paused_kind (kind, paused_at) values ('messaging.send', now())")
                .update();
        try {
            talk.meets(ModelManner.says("هلا بيك"));
            talk.writes("هلو");
            talk.settlesAs("Sending");
            talk.writes("عندكم ورد؟");
            assertThat(talk.states()).containsExactly("Sending");
            talk.meets(ModelManner.says("اي موجود"));
        } finally {
            backstage
                    .jdbc()
                    .sql("delete from jobs.paused_kind where kind = 'messaging.send'")
                    .update();
        }
        talk.jobsAreDue();
        talk.settlesAs("Done", "Done");

        assertThat(talk.sent()).containsExactly("هلا بيك", "اي موجود");
        assertThat(talk.asked().getLast().userTexts()).containsExactly("هلو", "عندكم ورد؟");
    }

    @Test
    void a_worker_that_froze_keeps_nothing_once_another_has_the_job() {
        var job = jobThatNobodyTakes();

        var frozen = begin(job, 1);
        var second = begin(job, 2);

        assertThat(begin(job, 1)).isInstanceOf(AgentDispatch.Begun.Over.class);
        var reply = new TurnOutcome.Replied(WrittenParts.of(List.of("هلا")), ReplyLanguage.AR);
        assertThat(keep(frozen, reply)).isFalse();
        assertThat(keep(second, reply)).isTrue();
        assertThat(keep(second, reply)).isFalse();
    }

    /** Of a customer who wrote, while the store's jobs are paused. */
    private AiMessageJob jobThatNobodyTakes() {
        talk.pauses();
        talk.writes("هلو");
        clock.advance(Duration.ofSeconds(1));
        var id = UUID.fromString(talk.jobs().getFirst().get("id").stringValue());
        return CurrentTenant.in(
                talk.store(),
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(_ -> Objects.requireNonNull(
                                dispatch.waiting(talk.store(), List.of(id)).get(id)))));
    }

    private AgentDispatch.Begun begin(AiMessageJob job, long token) {
        return CurrentTenant.in(talk.store(), () -> dispatch.begin(talk.store(), job, token));
    }

    private boolean keep(AgentDispatch.Begun begun, TurnOutcome.Replied reply) {
        var input = ((AgentDispatch.Begun.Turn) begun).input();
        return CurrentTenant.in(talk.store(), () -> dispatch.keep(input, reply));
    }
}
