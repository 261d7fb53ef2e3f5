package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.Visitor;
import iq.sendy.fakes.GraphManner;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The inbox of the dashboard, without scripts: who waits, what was said, and answering. */
class InboxPageTest extends InboxScenario {

    /** What reads a conversation's messages, notes or jobs from their tables. */
    private static final Pattern ONE_TALK = Pattern.compile(
            "from (messaging\\.(message|note)|agent\\.ai_message_job) as \\w\\s+where[^;]*conversation_id = \\?");

    @Autowired
    Trips trips;

    @Test
    void who_waits_longest_comes_first_and_is_counted() {
        chat.writes(phone, "زينب", "متى يوصل؟", Instant.now().minus(Duration.ofHours(3)));
        chat.writes(CustomerChat.newPhone(), "علي", "شكد السعر؟", Instant.now().minus(Duration.ofMinutes(5)));

        var list = owner.opens(INBOX);

        assertThat(list.status()).as(list::toString).isEqualTo(200);
        assertThat(list.text()).containsSubsequence("زينب", "3 س", "متى يوصل؟", "علي", "5 د", "شكد السعر؟");
        assertThat(list.text())
                .containsPattern("تنتظر</span><span class=\"count\"><bdi dir=\"ltr\">2<")
                .containsPattern("الرسائل</span><span class=\"count\"><bdi dir=\"ltr\">2<");
        assertThat(owner.opens("/app").text())
                .containsPattern("زبائن ينتظرون رداً</span></a><span class=\"count\"><bdi dir=\"ltr\">2<");
        assertThat(owner.opens(INBOX + "?tab=mine").text()).contains("لا محادثة عندك");
        assertThat(owner.opens(INBOX + "?q=%D8%B2%D9%8A%D9%86").text())
                .contains("زينب", "value=\"زين\"")
                .doesNotContain("علي<");
        assertThat(owner.opens(INBOX + "?q=nobody").text()).contains("لا محادثة تطابق البحث");
    }

    @Test
    void a_conversation_stands_beside_the_list_with_what_was_said_and_whose_it_is() {
        var talk = chat.writes(phone, "زينب <b>", "السعر؟ <script>");

        var page = owner.opens(at(talk) + "?tab=all");

        assertThat(page.status()).as(page::toString).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "زينب &lt;b&gt;",
                        "السعر؟ &lt;script&gt;",
                        "لم يستلمها أحد",
                        "اكتب رداً",
                        "aria-current=\"true\"")
                .containsPattern("data-countdown><bdi dir=\"ltr\">23:59<")
                .doesNotContain("<script>السعر");
    }

    @Test
    void a_reply_goes_out_once_however_often_it_is_tapped() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        var form = reply(owner.opens(at(talk)), "نعم متوفر\nنوصله اليوم");

        var first = owner.sends(at(talk) + "/reply", form);
        var second = owner.sends(at(talk) + "/reply", form);

        assertThat(first.status()).as(first::toString).isEqualTo(303);
        assertThat(first.header("Location")).isEqualTo(at(talk) + "?tab=waiting#newest");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(chat.sent()).containsExactly("نعم متوفر\nنوصله اليوم");
        assertThat(owner.opens(at(talk)).text())
                .contains("نعم متوفر\nنوصله اليوم", "أُرسلت")
                .doesNotContain("علّمها مقروءة");
        assertThat(owner.opens(INBOX).text()).contains("لا أحد ينتظر رداً");
    }

    @Test
    void a_reply_that_is_refused_stays_with_why() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        var page = owner.opens(at(talk));
        chat.meets(GraphManner.refuses(400, 131026, "Message undeliverable"));

        var refused = owner.sends(at(talk) + "/reply", reply(page, "نعم متوفر"));

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.text())
                .containsPattern("<textarea[^>]*>نعم متوفر</textarea>")
                .contains("class=\"faults\"", "131026");
        var empty = owner.sends(at(talk) + "/reply", reply(page, "  "));
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.text()).contains("href=\"#text\"");
    }

    @Test
    void a_closed_window_takes_the_place_of_the_composer_and_says_since_when() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        var before = owner.opens(at(talk));
        chat.windowEnds(talk, Instant.now().minusSeconds(60));

        var late = owner.sends(at(talk) + "/reply", reply(before, "نعم متوفر"));

        assertThat(late.status()).as(late::toString).isEqualTo(409);
        assertThat(late.text())
                .contains("لا يمكن مراسلة الزبون الآن", "24 ساعة", "ما كتبته لم يُرسل")
                .containsPattern("<textarea[^>]*readonly[^>]*>نعم متوفر</textarea>")
                .doesNotContain("class=\"composer\"");
        assertThat(chat.sent()).isEmpty();
    }

    @Test
    void what_nobody_confirmed_stays_marked_and_is_sent_again_by_a_person() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        chat.meets(GraphManner.resets());
        owner.sends(at(talk) + "/reply", reply(owner.opens(at(talk)), "نعم متوفر"));

        var page = owner.opens(at(talk));
        assertThat(page.text()).contains("غير مؤكّدة", "إرسال مرة أخرى");
        var again = page.text().substring(page.text().indexOf("name=\"text\" value=\"نعم متوفر\""));
        var form = Map.of(
                "_csrf", page.token(),
                "text", "نعم متوفر",
                "nonce", again.replaceAll("(?s).*?name=\"nonce\" value=\"([^\"]*)\".*", "$1"),
                "seen", again.replaceAll("(?s).*?name=\"seen\" value=\"([^\"]*)\".*", "$1"));

        assertThat(owner.sends(at(talk) + "/reply", form).status()).isEqualTo(303);
        assertThat(owner.sends(at(talk) + "/reply", form).status()).isEqualTo(303);
        assertThat(chat.sent()).containsExactly("نعم متوفر", "نعم متوفر");
    }

    @Test
    void nobody_answers_what_somebody_else_answered_meanwhile_without_seeing_it() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        var noor = hires("نور", "store.conversations.view", "store.conversations.manage");
        var mine = reply(owner.opens(at(talk)), "نعم متوفر");
        noor.sends(at(talk) + "/reply", reply(noor.opens(at(talk)), "متوفر بثلاث ألوان"));

        var stopped = owner.sends(at(talk) + "/reply", mine);

        assertThat(stopped.status()).as(stopped::toString).isEqualTo(409);
        assertThat(stopped.text())
                .contains("نور أجاب قبلك", "متوفر بثلاث ألوان", "أرسل مع ذلك")
                .containsPattern("<textarea[^>]*>نعم متوفر</textarea>");
        assertThat(chat.sent()).containsExactly("متوفر بثلاث ألوان");
        assertThat(owner.sends(at(talk) + "/reply", reply(stopped, "نعم متوفر")).status())
                .isEqualTo(303);
        assertThat(chat.sent()).hasSize(2);
    }

    @Test
    void two_who_answer_at_the_same_moment_do_not_both_answer() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        var noor = hires("نور", "store.conversations.view", "store.conversations.manage");
        var people = List.of(owner, noor);
        var forms = people.stream()
                .map(one -> reply(one.opens(at(talk)), "نعم " + people.indexOf(one)))
                .toList();

        var answers = Shop.atOnce(
                2, i -> people.get(i).sends(at(talk) + "/reply", forms.get(i)).status());

        assertThat(answers).containsExactlyInAnyOrder(303, 409);
        assertThat(chat.sent()).hasSize(1);
    }

    @Test
    void a_draft_of_the_agent_is_sent_with_one_tap_and_once() {
        var talk = chat.writes(phone, "زينب", "شنو عندكم؟");
        var job = chat.drafted(talk, "عدنا جوري أحمر");

        assertThat(owner.opens(at(talk)).text()).contains("مسودة المساعد", "عدنا جوري أحمر", "إرسال المسودة");
        assertThat(steps(talk, "drafts/" + job, Map.of()).header("Location")).endsWith("said=inbox.draftSent");
        assertThat(steps(talk, "drafts/" + job, Map.of()).header("Location")).endsWith("said=inbox.draftGone");
        until("it is sent", () -> chat.sent().equals(List.of("عدنا جوري أحمر")));
        assertThat(steps(talk, "drafts/" + UUID.randomUUID(), Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void a_draft_that_a_person_answered_otherwise_is_shown_no_more() {
        var talk = chat.writes(phone, "زينب", "شنو عندكم؟");
        chat.drafted(talk, "عدنا جوري أحمر");

        owner.sends(at(talk) + "/reply", reply(owner.opens(at(talk)), "عدنا توليب"));

        assertThat(owner.opens(at(talk)).text()).contains("عدنا توليب").doesNotContain("عدنا جوري أحمر");
    }

    @Test
    void a_canned_reply_fills_the_composer_and_its_variables_when_it_is_sent() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        var canned = well(shop.owner()
                        .post(
                                Api.STAFF + "/social/replies",
                                Api.object().put("shortcut", "هلا").put("text", "هلا {name}، شلون نساعدك؟")))
                .data("id");

        var page = owner.opens(at(talk) + "?canned=" + canned);

        assertThat(page.text()).containsPattern("<textarea[^>]*>هلا \\{name}، شلون نساعدك؟</textarea>");
        owner.sends(at(talk) + "/reply", reply(page, "هلا {name}، شلون نساعدك؟"));
        assertThat(chat.sent()).containsExactly("هلا زينب، شلون نساعدك؟");
    }

    @Test
    void the_customer_is_shown_with_the_orders_of_their_phone() {
        var talk = chat.writes(phone, "زينب", "وين طلبي؟");
        shop.places(Shop.order().put("customerPhone", phone));

        assertThat(owner.opens(at(talk) + "?pane=customer").text())
                .contains("customer-first", "#1<", "جديد", "كل طلبات هذا الرقم", "tel:+" + phone);
    }

    @Test
    void who_may_only_look_has_no_button_and_who_may_not_has_no_entry() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        var viewer = hires("نور", "store.conversations.view");
        var stranger = hires("كرار", "store.orders.view");

        var page = viewer.opens(at(talk));
        assertThat(page.text())
                .contains("متوفر؟", "لك القراءة هنا دون الرد")
                .doesNotContain("/reply\"", "/take-over", "/resolve", "/label\"", "/assign", "/notes");
        assertThat(viewer.sends(at(talk) + "/take-over", Map.of("_csrf", page.token()))
                        .status())
                .isEqualTo(403);
        assertThat(stranger.opens(INBOX).status()).isEqualTo(403);
        assertThat(stranger.opens("/app").text()).doesNotContain(INBOX);
    }

    @Test
    void conversations_of_others_and_none_at_all_are_the_same_to_it() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        var other = Visitor.of(api, Shop.opens(api));
        var token = other.opens(INBOX).token();

        for (var id : List.of(talk, UUID.randomUUID().toString(), "x")) {
            assertThat(other.opens(at(id)).status()).as(id).isEqualTo(404);
            for (var step : List.of("take-over", "resolve", "read", "assign", "wake", "hand-back", "reopen")) {
                assertThat(other.sends(at(id) + "/" + step, Map.of("_csrf", token))
                                .status())
                        .as(step + " " + id)
                        .isEqualTo(404);
            }
            for (var form : Map.of("reply", "text=x&nonce=1", "notes", "note=x", "label", "label=x")
                    .entrySet()) {
                assertThat(other.sendsAsIs(at(id) + "/" + form.getKey(), "_csrf=" + token + "&" + form.getValue())
                                .status())
                        .as(form.getKey() + " " + id)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void of_a_long_talk_the_newest_is_shown_and_the_rest_on_demand() {
        var talk = "";
        for (var i = 0; i < 103; i++) {
            talk = chat.writes(phone, "زينب", "رسالة <" + i + ">", Instant.now().minusSeconds(200 - i));
        }

        var page = owner.opens(at(talk));

        assertThat(page.text())
                .contains("&lt;102&gt;", "&lt;3&gt;", "الرسائل السابقة")
                .doesNotContain("&lt;2&gt;");
        assertThat(owner.opens(at(talk) + "?lines=500").text())
                .contains("&lt;0&gt;")
                .doesNotContain("الرسائل السابقة");
        assertThat(owner.opens(at(talk) + "?lines=x").status()).isEqualTo(200);
    }

    @Test
    void of_what_was_said_and_done_no_more_is_read_than_is_shown() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");

        var read = trips.during(() -> owner.opens(at(talk))).stream()
                .flatMap(trip -> Arrays.stream(trip.split(";")))
                .filter(statement -> ONE_TALK.matcher(statement).find())
                .toList();

        assertThat(read).hasSizeGreaterThanOrEqualTo(3).allMatch(statement -> statement.contains(" limit "));
    }
}
