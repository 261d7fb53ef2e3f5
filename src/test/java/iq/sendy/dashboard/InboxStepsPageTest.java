package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people do with a conversation from its page, beside answering. */
class InboxStepsPageTest extends InboxScenario {

    @Test
    void a_conversation_is_taken_handed_back_resolved_and_opened_again() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");

        assertThat(owner.opens(steps(talk, "take-over", Map.of()).header("Location"))
                        .text())
                .contains("استلمتها");
        assertThat(owner.opens(INBOX + "?tab=mine").text()).contains("زينب");
        assertThat(owner.opens(steps(talk, "hand-back", Map.of()).header("Location"))
                        .text())
                .contains("لا مساعد يرد في هذه القناة");
        var resolved = owner.opens(steps(talk, "resolve", Map.of()).header("Location"));
        assertThat(resolved.text()).contains("محلولة", "تراجع", at(talk) + "/reopen");
        assertThat(owner.opens(INBOX).text()).contains("لا أحد ينتظر رداً");
        steps(talk, "reopen", Map.of());
        assertThat(owner.opens(INBOX).text()).contains("زينب");
    }

    @Test
    void the_agent_is_kept_out_for_a_while_and_the_head_says_until_when() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        assertThat(owner.opens(at(talk)).text()).doesNotContain("/pause-agent");
        chat.isAnsweredByAgent();
        assertThat(owner.opens(at(talk)).text()).contains("إيقاف المساعد مؤقتاً", "لمدة ساعة", "حتى صباح الغد");

        for (var tap = 0; tap < 2; tap++) {
            assertThat(steps(talk, "pause-agent", Map.of("until", "tomorrow")).header("Location"))
                    .endsWith("said=inbox.paused");
        }

        var paused = owner.opens(at(talk)).text();
        assertThat(paused)
                .contains("المساعد متوقف حتى", "9:00 ص", at(talk) + "/resume-agent")
                .doesNotContain(at(talk) + "/pause-agent");
        assertThat(steps(talk, "resume-agent", Map.of()).header("Location")).endsWith("said=inbox.resumed");
        assertThat(owner.opens(at(talk)).text()).contains("/pause-agent").doesNotContain("المساعد متوقف حتى");
        assertThat(steps(talk, "pause-agent", Map.of("until", "never")).status())
                .isEqualTo(404);
        var token = owner.opens(INBOX).token();
        assertThat(owner.sends(at(UUID.randomUUID().toString()) + "/resume-agent", Map.of("_csrf", token))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_put_away_is_in_its_own_list_and_comes_back() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");

        var away =
                owner.opens(steps(talk, "snooze", Map.of("until", "tomorrow")).header("Location"));

        assertThat(away.text()).contains("أُجّلت", "مؤجّلة حتى", at(talk) + "/wake");
        assertThat(owner.opens(INBOX).text()).contains("لا أحد ينتظر رداً");
        assertThat(owner.opens(INBOX + "?tab=snoozed").text()).contains("زينب");
        steps(talk, "wake", Map.of());
        assertThat(owner.opens(INBOX).text()).contains("زينب");
        assertThat(steps(talk, "snooze", Map.of("until", "never")).status()).isEqualTo(404);
    }

    @Test
    void a_note_is_for_colleagues_and_unlike_a_reply() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");

        steps(talk, "notes", Map.of("note", "تريد التوصيل بعد العصر"));

        assertThat(owner.opens(at(talk)).text()).contains("class=\"line note\"", "ملاحظة من", "تريد التوصيل بعد العصر");
        assertThat(chat.sent()).isEmpty();
        var empty = steps(talk, "notes", Map.of("note", ""));
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.text()).contains("href=\"#note\"");
    }

    @Test
    void labels_are_put_on_taken_off_and_undone() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");

        var put = owner.opens(steps(talk, "label", Map.of("label", "VIP")).header("Location"));
        assertThat(put.text()).contains("أُضيفت العلامة", at(talk) + "/unlabel", ">VIP<");
        var off = owner.opens(steps(talk, "unlabel", Map.of("label", "vip")).header("Location"));
        assertThat(off.text()).contains("أُزيلت العلامة", at(talk) + "/label").doesNotContain(">VIP<");
        assertThat(steps(talk, "label", Map.of("label", " ")).header("Location"))
                .endsWith("said=inbox.labelUnfit");
        assertThat(steps(talk, "label", Map.of("label", "x".repeat(51))).header("Location"))
                .endsWith("said=inbox.labelUnfit");
    }

    @Test
    void it_is_given_to_a_colleague_who_may_see_it() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        hires("نور", "store.conversations.view");
        hires("كرار", "store.orders.view");
        var page = owner.opens(at(talk)).text();

        assertThat(steps(talk, "assign", Map.of("member", option(page, "نور"))).header("Location"))
                .endsWith("said=inbox.assigned");
        assertThat(owner.opens(at(talk)).text()).containsPattern("class=\"chip\">.*?<bdi>نور</bdi>");
        assertThat(steps(talk, "assign", Map.of("member", option(page, "كرار"))).header("Location"))
                .endsWith("said=inbox.withoutInbox");
        assertThat(steps(talk, "assign", Map.of("member", UUID.randomUUID().toString()))
                        .header("Location"))
                .endsWith("said=inbox.noSuchMember");
        steps(talk, "assign", Map.of("member", ""));
        assertThat(owner.opens(at(talk)).text()).contains("لم يستلمها أحد");
    }

    private static String option(String page, String name) {
        return page.replaceAll("(?s).*<option value=\"([^\"]*)\"[^>]*>" + name + "</option>.*", "$1");
    }

    @Test
    void what_is_seen_is_marked_as_read() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        assertThat(owner.opens(at(talk)).text()).contains("علّمها مقروءة");

        steps(talk, "read", Map.of());

        assertThat(owner.opens(at(talk)).text()).doesNotContain("علّمها مقروءة");
        assertThat(owner.opens(INBOX + "?tab=unread").text()).contains("كل الرسائل مقروءة");
    }
}
