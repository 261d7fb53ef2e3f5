package iq.sendy.messaging;

import static iq.sendy.messaging.Postbox.echo;
import static iq.sendy.messaging.Postbox.igsid;
import static iq.sendy.messaging.Postbox.message;
import static iq.sendy.messaging.Postbox.status;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Shop;
import iq.sendy.Waiting;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** An echo is of a message of ours, or somebody wrote in the app of Meta. */
class EchoTest extends Processing {

    private static final String NARGES = "900000000000001";

    @Autowired
    JsonMapper json;

    @Test
    void what_somebody_wrote_in_the_app_is_shown_answers_the_customer_and_is_unread_by_nobody() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));

        inbox.applies(echo("mid.OUT", igsid(NARGES), now.minusSeconds(30), "أهلا"));

        assertThat(inbox.message("mid.OUT"))
                .containsEntry("direction", "Outbound")
                .containsEntry("author_kind", "NativeApp")
                .containsEntry("status", "Sent");
        assertThat(inbox.conversation())
                .containsEntry("status", "Open")
                .containsEntry("unread_count", 1L)
                .containsEntry("message_count", 2L)
                .containsEntry("waiting_since", null)
                .containsEntry("agent_paused_until", at(now.minusSeconds(30).plus(Duration.ofHours(24))))
                .containsEntry("last_message_id", inbox.message("mid.OUT").get("id"));
    }

    @Test
    void who_wrote_again_after_the_answer_still_waits() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));
        inbox.applies(message("mid.2", igsid(NARGES), now.minusSeconds(10)));

        inbox.applies(echo("mid.OUT", igsid(NARGES), now.minusSeconds(30), "أهلا"));

        assertThat(inbox.conversation()).containsEntry("waiting_since", at(now.minusSeconds(10)));
    }

    @Test
    void the_echo_of_a_message_whose_id_is_known_is_a_repeat() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));
        sends("أهلا", "Sent", "mid.OUT");

        Shop.atOnce(8, _ -> inbox.applies(echo("mid.OUT", igsid(NARGES), now, "أهلا")));

        assertThat(inbox.count("message")).isEqualTo(2);
        assertThat(inbox.message("mid.OUT")).containsEntry("author_kind", "Staff");
    }

    @Test
    void an_echo_that_comes_before_the_answer_of_our_own_call_waits_for_it() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));
        sends("أهلا", "Queued", null);
        var echo = echo("mid.OUT", igsid(NARGES), now, "أهلا");

        inbox.applies(echo);
        inbox.applies(echo);

        assertThat(inbox.rows("select kind from jobs.job where store_id = :store and kind = 'messaging.settle-echo'"))
                .hasSize(1);
        assertThat(inbox.count("message")).isEqualTo(2);

        inbox.executes("""
                update messaging.message set external_id = 'mid.OUT', status = 'Sent'
                where store_id = :store and status = 'Queued'""");
        inbox.settles(echo);

        assertThat(inbox.count("message")).isEqualTo(2);
        assertThat(inbox.message("mid.OUT")).containsEntry("author_kind", "Staff");
    }

    @Test
    void an_echo_that_waits_is_the_same_when_its_job_comes_and_the_job_settles_it() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));
        sends("أهلا", "Queued", null);
        var echo = echo("mid.NATIVE", igsid(NARGES), now, "سأتصل بك");

        inbox.applies(echo);
        var job = inbox.row("select payload from jobs.job where store_id = :store and kind = 'messaging.settle-echo'");
        var payload = String.valueOf(job.get("payload"));
        assertThat(json.readValue(payload, WaitingEcho.class)).isEqualTo(new WaitingEcho(inbox.channel, echo));

        inbox.executes("update jobs.job set due_at = now() where store_id = :store and kind = 'messaging.settle-echo'");
        inbox.executes("update jobs.store_due set due_at = now() where store_id = :store");
        Waiting.until(
                "the job is done",
                () -> inbox.rows(
                                        "select 1 from messaging.message where store_id = :store and author_kind = 'NativeApp'")
                                .size()
                        == 1);
        assertThat(inbox.message("mid.NATIVE")).containsEntry("text", "سأتصل بك");
    }

    @Test
    void an_echo_with_the_words_of_a_message_that_nobody_knows_the_fate_of_is_of_that() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));
        sends("أهلا", "Unknown", null);
        sends("شكرا", "Unknown", null);

        inbox.applies(echo("mid.OUT", igsid(NARGES), now, "شكرا"));

        assertThat(inbox.count("message")).isEqualTo(3);
        assertThat(inbox.message("mid.OUT"))
                .containsEntry("author_kind", "Staff")
                .containsEntry("text", "شكرا")
                .containsEntry("status", "Sent");
    }

    @Test
    void what_failed_before_its_echo_came_answers_nobody_and_waits_for_a_person() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));
        sends("أهلا", "Unknown", null);
        inbox.executes("""
                update messaging.conversation set status = 'Pending', waiting_since = null where store_id = :store""");

        inbox.applies(status("mid.OUT", "failed", now));
        inbox.applies(echo("mid.OUT", igsid(NARGES), now, "أهلا"));

        assertThat(inbox.message("mid.OUT"))
                .containsEntry("author_kind", "Staff")
                .containsEntry("status", "Failed");
        assertThat(inbox.conversation())
                .containsEntry("status", "Open")
                .containsEntry("waiting_since", at(now.minusSeconds(60)));
    }

    @Test
    void what_was_waited_for_in_vain_is_ours_by_its_words_or_somebody_elses() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));
        sends("أهلا", "Queued", null);
        var foreign = echo("mid.NATIVE", igsid(NARGES), now, "سأتصل بك");
        inbox.applies(foreign);
        assertThat(inbox.count("message")).isEqualTo(2);

        inbox.settles(foreign);
        inbox.settles(echo("mid.OUT", igsid(NARGES), now, "أهلا"));

        assertThat(inbox.message("mid.NATIVE")).containsEntry("author_kind", "NativeApp");
        assertThat(inbox.message("mid.OUT"))
                .containsEntry("author_kind", "Staff")
                .containsEntry("status", "Sent");
        assertThat(inbox.count("message")).isEqualTo(3);
    }

    @Test
    void one_who_was_written_to_from_the_app_first_has_a_conversation() {
        inbox.applies(echo("mid.OUT", igsid(NARGES), now, "عندنا عرض"));

        assertThat(inbox.conversation())
                .containsEntry("status", "Open")
                .containsEntry("unread_count", 0L)
                .containsEntry("window_expires_at", null);
    }

    private void sends(String text, String status, @Nullable String externalId) {
        backstage
                .jdbc()
                .sql("""
                        insert into messaging.message
                            (store_id, id, conversation_id, channel_id, external_id, direction, author_kind, kind, text,
                             provider_at, number, status, status_at, created_at)
                        select :store, gen_random_uuid(), c.id, c.channel_id, :external, 'Outbound', 'Staff', 'Text', :text,
                               now(), c.message_count, :status, now(), now()
                        from messaging.conversation as c where c.store_id = :store""")
                .params(Map.of("store", inbox.store.value(), "text", text, "status", status))
                .param("external", externalId)
                .update();
    }
}
