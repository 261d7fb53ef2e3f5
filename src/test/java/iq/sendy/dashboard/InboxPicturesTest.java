package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.fakes.GraphManner;
import iq.sendy.media.Images;
import iq.sendy.media.Pictures;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pictures that go out from the composer, and what becomes of those that cannot. */
class InboxPicturesTest extends InboxScenario {

    private Visitor.Shown sends(String conversation, Map<String, String> form, byte[] file) {
        var fields = new HashMap<>(form);
        var token = fields.remove("_csrf");
        return owner.sendsFile(at(conversation) + "/reply?_csrf=" + token, fields, file);
    }

    private static String kept(Visitor.Shown page) {
        return page.text().replaceAll("(?s).*name=\"kept\"[^>]*value=\"([^\"]+)\".*", "$1");
    }

    private long pictures() {
        return backstage
                .jdbc()
                .sql("select count(*) from media.image where store_id = :store")
                .param("store", UUID.fromString(shop.storeId()))
                .query(Long.class)
                .single();
    }

    @Test
    void a_picture_goes_out_once_with_its_text_and_is_shown_to_who_sent_it() {
        var talk = chat.writes(phone, "زينب", "صورته؟");
        var form = reply(owner.opens(at(talk)), "هذا هو");

        var first = sends(talk, form, Pictures.jpeg(60, 40));
        var second = sends(talk, form, Pictures.jpeg(60, 40));

        assertThat(first.header("Location")).as(first::toString).isEqualTo(at(talk) + "?tab=waiting#newest");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(chat.pictures()).singleElement().asString().contains("/media/" + shop.storeId() + "/");
        assertThat(pictures()).isEqualTo(1);
        assertThat(owner.opens(at(talk)).text())
                .contains("هذا هو", "href=\"" + chat.pictures().getFirst() + "\"", "?w=540\"");
    }

    @Test
    void of_taps_at_the_same_moment_one_picture_is_kept() {
        var talk = chat.writes(phone, "زينب", "صورته؟");
        var form = reply(owner.opens(at(talk)), "هذا هو");

        Shop.atOnce(3, _ -> sends(talk, form, Pictures.jpeg(60, 40)).status());

        assertThat(pictures()).isEqualTo(1);
        assertThat(chat.pictures()).hasSize(1);
    }

    private String sent(String talk, byte[] file) {
        assertThat(sends(talk, reply(owner.opens(at(talk)), ""), file).status()).isEqualTo(303);
        return chat.pictures().getLast();
    }

    private int looks(String url) {
        return api.get(URI.create(url).getPath()).status();
    }

    @Test
    void pictures_go_with_an_erased_contact_but_for_those_of_products() {
        var talk = chat.writes(phone, "زينب", "صورته؟");
        var theirs = sent(talk, Pictures.jpeg(60, 40));
        var shown = sent(talk, Pictures.jpeg(80, 40));
        var rose = Api.object().put("sku", "ROSE").put("name", "وردة").put("price", 25_000);
        var product =
                well(shop.owner().post(Api.STAFF + "/catalog/products", rose)).data("id");
        var page = "/app/products/" + product;
        owner.sendsFile(page + "/picture?_csrf=" + owner.opens(page).token(), Pictures.png(30, 30));
        var path = Api.STAFF + "/catalog/products/" + product;
        var uploaded = well(shop.owner().get(path)).data("imageUrls.0");
        var urls = Api.object();
        urls.putArray("imageUrls").add(uploaded).add(shown);
        well(shop.owner().put(path, urls));
        var form = reply(owner.opens(at(talk)), "");
        form.put("kept", uploaded);
        assertThat(owner.sends(at(talk) + "/reply", form).status()).isEqualTo(303);
        assertThat(chat.pictures()).containsExactly(theirs, shown, uploaded);

        var contact = well(shop.owner().get(Api.STAFF + "/social/conversations/" + talk))
                .data("contact.id");
        well(shop.owner().delete(Api.STAFF + "/social/contacts/" + contact));

        assertThat(looks(theirs)).isEqualTo(404);
        assertThat(looks(shown)).isEqualTo(200);
        assertThat(looks(uploaded)).isEqualTo(200);
        assertThat(pictures()).isEqualTo(2);
    }

    @Test
    void one_without_a_text_goes_out_too() {
        var talk = chat.writes(phone, "زينب", "صورته؟");

        var sent = sends(talk, reply(owner.opens(at(talk)), ""), Pictures.png(30, 30));

        assertThat(sent.status()).as(sent::toString).isEqualTo(303);
        assertThat(chat.pictures()).hasSize(1);
        assertThat(owner.opens(at(talk)).text()).contains("?w=540\"").doesNotContain("<p class=\"muted\">صورة<");
    }

    @Test
    void what_is_no_picture_or_too_large_comes_back_with_its_reason_and_the_text() {
        var talk = chat.writes(phone, "زينب", "صورته؟");
        var page = owner.opens(at(talk));

        var broken = sends(talk, reply(page, "هذا هو"), Pictures.text("no picture"));
        var large = sends(talk, reply(page, "هذا هو"), new byte[Images.MOST_BYTES + 1]);

        assertThat(broken.status()).as(broken::toString).isEqualTo(400);
        assertThat(broken.text())
                .contains("href=\"#file\"", "لا يمكن قراءة هذا الملف")
                .containsPattern("<textarea[^>]*>هذا هو</textarea>");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text())
                .contains("href=\"#file\"", "أكبر من 10 ميغابايت")
                .containsPattern("<textarea[^>]*>هذا هو</textarea>");
        assertThat(chat.sent()).isEmpty();
    }

    @Test
    void a_refused_reply_keeps_its_picture_which_is_sent_again_without_being_chosen_again() {
        var talk = chat.writes(phone, "زينب", "صورته؟");
        var page = owner.opens(at(talk));
        chat.meets(GraphManner.refuses(400, 131026, "Message undeliverable"));

        var refused = sends(talk, reply(page, "هذا هو"), Pictures.jpeg(60, 40));

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.text()).contains("أرسل هذه الصورة").containsPattern("<textarea[^>]*>هذا هو</textarea>");
        var again = reply(refused, "هذا هو");
        again.put("kept", kept(refused));
        assertThat(owner.sends(at(talk) + "/reply", again).status()).isEqualTo(303);
        assertThat(chat.pictures()).hasSize(2).allMatch(kept(refused)::equals);
        again.put("kept", "https://elsewhere.example/a.jpg");
        again.put("text", "");
        assertThat(owner.sends(at(talk) + "/reply", again).text()).contains("href=\"#text\"");
    }

    @Test
    void what_is_refused_without_looking_at_its_picture_keeps_none() {
        var talk = chat.writes(phone, "زينب", "صورته؟");
        var page = owner.opens(at(talk));

        var longer = sends(talk, reply(page, "ن".repeat(1_025)), Pictures.jpeg(60, 40));
        chat.windowEnds(talk, Instant.now().minusSeconds(60));
        var late = sends(talk, reply(page, "هذا هو"), Pictures.jpeg(60, 40));

        assertThat(longer.status()).as(longer::toString).isEqualTo(400);
        assertThat(longer.text()).contains("href=\"#text\"", "ن".repeat(1_025)).doesNotContain("أرسل هذه الصورة");
        assertThat(late.status()).as(late::toString).isEqualTo(409);
        assertThat(late.text()).contains("هذا هو").doesNotContain("/media/" + shop.storeId());
        assertThat(pictures()).isZero();
    }

    @Test
    void a_stranger_keeps_no_picture_in_our_conversation() {
        var talk = chat.writes(phone, "زينب", "صورته؟");
        var form = reply(owner.opens(at(talk)), "هذا هو");
        var stranger = Visitor.of(api, Shop.opens(api));
        form.remove("_csrf");

        var refused = stranger.sendsFile(
                at(talk) + "/reply?_csrf=" + stranger.opens(INBOX).token(), form, Pictures.jpeg(9, 9));

        assertThat(refused.status()).as(refused::toString).isEqualTo(404);
        assertThat(chat.sent()).isEmpty();
    }
}
