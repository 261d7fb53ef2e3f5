package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.accounts.Registrations;
import iq.sendy.agent.model.DispatchGuards;
import iq.sendy.agent.model.FixedText;
import iq.sendy.agent.model.FixedTexts;
import iq.sendy.billing.Operators;
import iq.sendy.fakes.ModelManner;
import iq.sendy.messaging.ReplyLanguage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What people decided about the agent, and the bounds of one contact, hold while jobs are worked off. */
class AgentRuleAtWorkTest extends TalkScenario {

    @Autowired
    Registrations registrations;

    private void decides(ObjectNode rule) {
        well(talk.shop().owner().put(Api.STAFF + "/social/channels/" + talk.channel() + "/agent-settings", rule));
    }

    /** Open on the day after tomorrow, by the store's clock. */
    private static ObjectNode closedNow(String outside) {
        var day = LocalDate.now(ZoneId.of("Asia/Baghdad"))
                .plusDays(2)
                .getDayOfWeek()
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                .toLowerCase(Locale.ROOT);
        var rule = Api.object().put("outsideHours", outside);
        rule.putArray("hours").addObject().put("day", day).put("from", "10:00").put("to", "11:00");
        return rule;
    }

    private void hadTurns(long turns) {
        talk.executes("""
                insert into agent.ai_message_job (store_id, id, conversation_id, channel_id, contact_id, trigger_message_id,
                    trigger_number, state, asked_at, not_before, burst_began_at, created_at, updated_at, finished_at)
                select c.store_id, gen_random_uuid(), gen_random_uuid(), c.channel_id, c.contact_id, gen_random_uuid(), 0,
                       'Done', now() - interval '50 minutes', now(), now(), now(), now(), now()
                from messaging.conversation as c, generate_series(1,\s""" + turns + ") where c.store_id = :store and c.id = '" + talk.conversation() + "'");
    }

    @Test
    void where_the_plan_has_no_messaging_any_more_people_answer_and_no_model_is_asked() {
        Operators.signIn(api, registrations).subscribes(talk.shop(), "{\"allowsSocialMessaging\": false}");

        talk.writes("هلو");

        talk.settlesAs("HandedOff not_in_plan");
        assertThat(talk.status()).isEqualTo("Open");
        assertThat(talk.asked()).isEmpty();
        until(
                "the customer is told",
                () -> talk.sent().equals(List.of(FixedTexts.of(ReplyLanguage.AR, FixedText.HAND_OFF))));
    }

    @Test
    void who_had_the_turns_of_an_hour_gets_a_person_and_nobody_else_does() {
        talk.writes("هلو");
        talk.settlesAs("Done");
        hadTurns(DispatchGuards.TURNS_PER_HOUR - 2L);
        talk.meets(ModelManner.says("اي عدنا"));
        talk.writes("عندكم ورد؟");
        talk.settlesAs("Done", "Done");

        talk.writes("شكد سعره؟");
        talk.settlesAs("Done", "Done", "HandedOff contact_limit");

        until("the customer heard of it", () -> talk.sent().size() == 3);
        assertThat(talk.sent().getLast()).isEqualTo(FixedTexts.of(ReplyLanguage.AR, FixedText.HAND_OFF));
        assertThat(talk.status()).isEqualTo("Open");
        var other = talk.another();
        other.writes("هلو");
        other.settlesAs("Done");
    }

    @Test
    void outside_of_its_hours_a_shop_says_so_once_and_people_answer() {
        decides(closedNow("hand_over"));
        talk.writes("هلو");

        talk.settlesAs("HandedOff closed");
        until("the customer heard of it", () -> talk.sent().size() == 1);
        talk.writes("وينكم؟");

        assertThat(talk.sent()).containsExactly(FixedTexts.of(ReplyLanguage.AR, FixedText.CLOSED));
        assertThat(talk.status()).isEqualTo("Open");
        assertThat(talk.asked()).isEmpty();
        assertThat(talk.states()).hasSize(1);
    }

    @Test
    void where_the_shop_wants_it_the_agent_answers_at_any_hour() {
        decides(closedNow("answer"));
        talk.writes("هلو");

        talk.settlesAs("Done");
    }

    @Test
    void a_shop_that_closes_while_an_answer_is_being_written_says_so_in_its_place() throws Exception {
        var held = ModelManner.held(ModelManner.says("هلا بيك"));
        talk.meets(held);
        talk.writes("هلو");
        held.awaitArrival();
        decides(closedNow("hand_over"));
        held.release();

        talk.settlesAs("HandedOff closed");
        until("the customer heard of it", () -> talk.sent().size() == 1);
        assertThat(talk.sent()).containsExactly(FixedTexts.of(ReplyLanguage.AR, FixedText.CLOSED));
    }

    @Test
    void who_wants_drafts_while_an_answer_is_being_written_gets_one() throws Exception {
        var held = ModelManner.held(ModelManner.says("هلا بيك"));
        talk.meets(held);
        talk.writes("هلو");
        held.awaitArrival();
        decides(Api.object().put("mode", "draft"));
        held.release();

        talk.settlesAs("HandedOff draft");
        assertThat(talk.jobs().getFirst().get("draft").stringValue()).isEqualTo("هلا بيك");
        assertThat(talk.sent()).isEmpty();
    }

    @Test
    void whom_a_share_leaves_out_people_have_and_who_is_named_is_answered() {
        decides(Api.object().put("percentage", 0));
        talk.writes("هلو");
        until("people have it", () -> talk.status().equals("Open"));
        assertThat(talk.asked()).isEmpty();

        var named = talk.another();
        var rule = Api.object().put("percentage", 0);
        rule.putArray("allowedContacts").add(named.customer());
        decides(rule);
        named.writes("هلو");
        named.settlesAs("Done");
        assertThat(List.of(talk.sent().size(), named.sent().size())).containsExactly(0, 1);
    }
}
