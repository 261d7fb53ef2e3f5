package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written again and again: made, changed and deleted, and offered in a conversation. */
class CannedReplyPagesTest extends InboxScenario {

    private static final String LIST = "/app/inbox/replies";

    private Visitor.Shown sends(Visitor who, String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", who.opens("/app").token());
        return who.sends(path, form);
    }

    private String first() {
        return LIST + "/"
                + well(shop.owner().get(Api.STAFF + "/social/replies")).data("items.0.id");
    }

    @Test
    void a_reply_is_made_offered_changed_and_deleted() {
        var talk = chat.writes(phone, "زينب", "متى يوصل؟");

        var made =
                sends(owner, LIST + "/new", Map.of("shortcut", "توصيل", "text", "مرحباً {name} <b>", "language", "ar"));

        assertThat(made.header("Location")).as(made::toString).isEqualTo(LIST + "?said=canned.saved");
        assertThat(owner.opens(LIST).text()).contains("توصيل", "مرحباً {name} &lt;b&gt;", "العربية", LIST + "/new");
        assertThat(owner.opens(at(talk)).text())
                .contains("data-shortcut=\"توصيل\"", "data-text=\"مرحباً {name} &lt;b&gt;\"", "href=\"" + LIST + "\"");
        var one = first();
        assertThat(owner.opens(one).text()).contains("value=\"توصيل\"", "value=\"ar\" selected");
        assertThat(sends(owner, one, Map.of("shortcut", "توصيل", "text", "يومان", "language", ""))
                        .header("Location"))
                .isEqualTo(LIST + "?said=canned.saved");
        assertThat(owner.opens(LIST).text()).contains("يومان").doesNotContain("class=\"chip\"");
        assertThat(sends(owner, one + "/delete", Map.of()).text()).contains("data-ask", "حذف «\u2068توصيل\u2069»؟");
        assertThat(sends(owner, one + "/delete", Map.of("sure", "yes")).header("Location"))
                .isEqualTo(LIST + "?said=canned.deleted");
        assertThat(owner.opens(one).status()).isEqualTo(404);
        assertThat(owner.opens(LIST + "?said=canned.deleted").text()).contains("حُذف الرد", "لا رد جاهز بعد");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
        sends(owner, LIST + "/new", Map.of("shortcut", "vip", "text", "أهلاً"));

        var taken = sends(owner, LIST + "/new", Map.of("shortcut", "VIP", "text", "أهلاً وسهلاً"));
        assertThat(taken.status()).as(taken::toString).isEqualTo(409);
        assertThat(taken.text()).contains("id=\"shortcut-wrong\"", "value=\"VIP\"", "أهلاً وسهلاً");
        var empty = sends(owner, first(), Map.of("shortcut", " ", "text", ""));
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.text()).contains("id=\"shortcut-wrong\"", "id=\"text-wrong\"");
    }

    @Test
    void a_reply_that_is_sent_twice_is_saved_once() {
        var reply = Map.of("shortcut", "vip", "text", "أهلاً", "language", "");

        var first = sends(owner, LIST + "/new", reply);
        var second = sends(owner, LIST + "/new", reply);

        assertThat(first.header("Location")).isEqualTo(LIST + "?said=canned.saved");
        assertThat(second.header("Location")).as(second::toString).isEqualTo(LIST + "?said=canned.saved");
        assertThat(well(shop.owner().get(Api.STAFF + "/social/replies"))
                        .data()
                        .get("items")
                        .size())
                .isOne();
    }

    @Test
    void whoever_only_reads_changes_nothing_and_others_do_not_see_it() {
        sends(owner, LIST + "/new", Map.of("shortcut", "توصيل", "text", "يومان"));
        var one = first();
        var viewer = hires("نور", "store.conversations.view");

        assertThat(viewer.opens(LIST).text()).contains("توصيل", "يومان").doesNotContain(LIST + "/new", one);
        assertThat(viewer.opens(one).status()).isEqualTo(403);
        assertThat(sends(viewer, one, Map.of("shortcut", "x", "text", "y")).status())
                .isEqualTo(403);
        assertThat(Visitor.of(api, Shop.opens(api)).opens(one).status()).isEqualTo(404);
    }
}
