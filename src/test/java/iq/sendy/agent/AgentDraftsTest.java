package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.fakes.ModelManner;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a shop wants drafts, the agent writes and people send. */
class AgentDraftsTest extends TalkScenario {

    private static final String REPLY = "هلا بيك، شتحب تطلب اليوم؟";

    @BeforeEach
    void wantsDrafts() {
        well(talk.shop()
                .owner()
                .put(
                        Api.STAFF + "/social/channels/" + talk.channel() + "/agent-settings",
                        Api.object().put("mode", "draft")));
    }

    private String drafts() {
        talk.meets(ModelManner.says(REPLY, 1_200, 40));
        talk.writes("هلو");
        talk.settlesAs("HandedOff draft");
        return talk.jobs().getFirst().get("id").stringValue();
    }

    private Api.Reply sends(String job) {
        return talk.does("/jobs/" + job + "/send-draft");
    }

    @Test
    void a_draft_waits_for_a_person_and_is_sent_as_theirs() {
        var job = drafts();

        assertThat(talk.status()).isEqualTo("Open");
        assertThat(talk.sent()).isEmpty();
        assertThat(talk.typing()).as("nobody has read it").isEmpty();
        assertThat(talk.jobs().getFirst().get("draft").stringValue()).isEqualTo(REPLY);
        assertThat(well(sends(job)).data().get("replyMessageId").isNull()).isFalse();
        until("it is sent", () -> talk.sent().equals(List.of(REPLY)));
        assertThat(talk.jobs().getFirst().get("draft").isNull()).isTrue();
        until(
                "the message is shown",
                () -> talk.inbox()
                        .get("messages")
                        .valueStream()
                        .anyMatch(message ->
                                message.at("/author/kind").stringValue("").equals("Staff")
                                        && !message.get("isAiGenerated").booleanValue()));
        assertThat(AgentKit.audited(talk.shop(), job)).containsExactly("agent_job.draft_sent");
        assertThat(sends(job).status()).isEqualTo(409);
    }

    @Test
    void the_agent_has_the_conversation_again_and_drafts_what_comes_next() {
        well(sends(drafts()));

        assertThat(talk.status()).isEqualTo("Pending");
        until("it is sent", () -> talk.sent().size() == 1);
        talk.meets(ModelManner.says("عدنا جوري وتوليب", 900, 20));
        talk.writes("شنو عندكم؟");
        talk.settlesAs("HandedOff draft", "HandedOff draft");
        assertThat(talk.jobs().getLast().get("draft").stringValue()).isEqualTo("عدنا جوري وتوليب");
    }

    @Test
    void what_the_customer_wrote_meanwhile_stays_with_people() {
        var job = drafts();
        var again = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        talk.writes("وينكم؟", again);

        well(sends(job));

        assertThat(talk.status()).isEqualTo("Open");
        until(
                "the draft has answered what was before it alone",
                () -> again.toString().equals(talk.inbox().get("waitingSince").asString("")));
        assertThat(talk.sent()).hasSize(1);
        well(talk.does("/resolve"));
        assertThat(well(talk.does("/reopen")).data("waitingSince")).isEqualTo(again.toString());
    }

    @Test
    void tapped_many_times_at_once_it_is_sent_once() {
        var job = drafts();

        var answers = Shop.atOnce(8, _ -> sends(job).status());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
        until("it is sent", () -> !talk.sent().isEmpty());
        assertThat(talk.rows("select id from messaging.message where store_id = :store and direction = 'Outbound'"))
                .hasSize(1);
    }

    @Test
    void who_answered_otherwise_has_used_it_up() {
        var job = drafts();
        well(talk.does("/messages", Api.object().put("text", "أهلاً، نرجعلك بعد شوية")));

        var refused = sends(job);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults()).containsExactly("agent_job.no_draft");
        assertThat(talk.sent()).hasSize(1);
    }

    @Test
    void after_24_hours_nothing_is_sent_and_what_is_no_draft_is_none() {
        var job = drafts();
        var stranger = Shop.opens(api).owner();

        assertThat(stranger.post(
                                Api.STAFF + "/social/conversations/" + talk.conversation() + "/jobs/" + job
                                        + "/send-draft",
                                Api.object())
                        .status())
                .isEqualTo(404);
        assertThat(sends(UUID.randomUUID().toString()).status()).isEqualTo(404);
        talk.executes("update messaging.conversation set window_expires_at = now() where store_id = :store");
        clock.advance(Duration.ofSeconds(1));
        assertThat(sends(job).faults()).containsExactly("social.window_closed");
        assertThat(talk.sent()).isEmpty();
    }
}
