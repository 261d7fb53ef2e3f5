package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.media.Pictures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The shop's editor: what a shop says, its look, its addresses, and whether it is open. */
@Scenario
class ShopEditorPageTest {

    private static final String SHOP = "/app/shop";

    @Autowired
    Api api;

    private Shop shop;
    private Visitor owner;
    private String token;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
        token = owner.opens(SHOP).token();
    }

    @Test
    void what_is_saved_of_one_part_leaves_the_others_as_they_are() {
        var face = Map.of(
                "_csrf", token,
                "description", "ورد <طبيعي>",
                "contactPhone", "0770 123 4567",
                "contactEmail", "shop@example.com",
                "otpAbove", "100,000",
                "socialLinks.instagram", "@flora",
                "socialLinks.facebook", "");
        assertThat(owner.sends(SHOP, face).header("Location")).isEqualTo(SHOP + "?said=shopfront.saved");
        var policies = Map.of("_csrf", token, "policies.returns", "ثلاثة أيام", "seo.title", "فلورا");
        assertThat(owner.sends(SHOP + "/policies", policies).status()).isEqualTo(303);

        var stored = well(shop.owner().get(Api.STAFF + "/storefront"));
        assertThat(stored.data("description")).isEqualTo("ورد <طبيعي>");
        assertThat(stored.data("otpAbove")).isEqualTo("100000");
        assertThat(stored.data("socialLinks.instagram")).isEqualTo("https://www.instagram.com/flora");
        assertThat(stored.data("policies.returns")).isEqualTo("ثلاثة أيام");
        assertThat(stored.data("seo.title")).isEqualTo("فلورا");
        assertThat(owner.opens(SHOP).text()).contains("ورد &lt;طبيعي&gt;", "value=\"100,000\"", "0770 123 4567");
    }

    @Test
    void a_wrong_field_comes_back_with_what_was_typed_and_stores_nothing() {
        var sent = owner.sends(
                SHOP,
                Map.of(
                        "_csrf", token,
                        "description", "شيء",
                        "coverImageUrl", "http://pictures.example/a.jpg",
                        "contactEmail", "nobody",
                        "socialLinks.instagram", "not a name"));
        assertThat(sent.status()).isEqualTo(400);
        assertThat(sent.text())
                .contains("href=\"#coverImageUrl\"", "href=\"#contactEmail\"", "href=\"#socialLinks-instagram\"")
                .contains("value=\"not a name\"", "شيء");
        assertThat(well(shop.owner().get(Api.STAFF + "/storefront")).text()).doesNotContain("شيء");
    }

    @Test
    void cover_and_banner_are_uploaded_and_taken_off_again() {
        for (var place : List.of("cover", "banner")) {
            var path = SHOP + "/pictures/" + place;
            var upload = path + "?_csrf=" + token;
            var field = place + "ImageUrl";

            var sent = owner.sendsFile(upload, Pictures.jpeg(60, 30));
            assertThat(sent.header("Location")).as(sent::toString).isEqualTo(SHOP + "?said=shopfront.saved");
            var url = well(shop.owner().get(Api.STAFF + "/storefront")).data(field);
            assertThat(url).contains("/media/");
            var shown = "src=\"" + url.substring(url.indexOf("/media/")) + "\"";
            assertThat(owner.opens(SHOP).text()).contains(shown, path + "/remove\"");
            for (var broken : List.of(Pictures.text("no picture"), new byte[0])) {
                var refused = owner.sendsFile(upload, broken);
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.text()).contains("class=\"wrong\" role=\"alert\"", shown);
            }
            assertThat(owner.sends(SHOP, Map.of("_csrf", token, "description", "ورد"))
                            .status())
                    .isEqualTo(303);
            var asked = owner.sends(path + "/remove", Map.of("_csrf", token));
            assertThat(asked.text()).contains("إزالة هذه الصورة؟", path + "/remove\"");
            assertThat(well(shop.owner().get(Api.STAFF + "/storefront")).data(field))
                    .isEqualTo(url);
            for (var tap = 0; tap < 2; tap++) {
                assertThat(owner.sends(path + "/remove", Map.of("_csrf", token, "sure", "yes"))
                                .status())
                        .isEqualTo(303);
            }
            assertThat(well(shop.owner().get(Api.STAFF + "/storefront")).data(field))
                    .isEqualTo("null");
        }
        assertThat(owner.sendsFile(SHOP + "/pictures/logo?_csrf=" + token, Pictures.jpeg(9, 9))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_address_of_a_picture_has_a_form_of_its_own_that_leaves_the_words_alone() {
        owner.sends(SHOP, Map.of("_csrf", token, "description", "ورد", "contactEmail", "shop@example.com"));

        var words = owner.opens(SHOP).text();
        assertThat(words.substring(words.indexOf("id=\"description\""))).doesNotContain("ImageUrl\"");
        var wrong = owner.sends(SHOP, Map.of("_csrf", token, "coverImageUrl", "http://pictures.example/a.jpg"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text())
                .contains("href=\"#coverImageUrl\"", "value=\"http://pictures.example/a.jpg\"")
                .contains(">ورد</textarea>", "value=\"shop@example.com\"");
    }

    @Test
    void empty_rows_of_questions_are_dropped_and_the_last_can_go() {
        var questions = SHOP + "/questions";
        var half = owner.sends(questions, Map.of("_csrf", token, "faqs[1].question", "هل التوصيل اليوم؟"));
        assertThat(half.status()).isEqualTo(400);
        assertThat(half.text()).contains("href=\"#faqs-0--answer\"", "value=\"هل التوصيل اليوم؟\"");

        var whole = Map.of("_csrf", token, "faqs[0].question", "", "faqs[1].question", "هل؟", "faqs[1].answer", "نعم");
        assertThat(owner.sends(questions, whole).status()).isEqualTo(303);
        assertThat(well(shop.owner().get(Api.STAFF + "/storefront")).data("faqs.0.answer"))
                .isEqualTo("نعم");
        assertThat(owner.sends(questions, Map.of("_csrf", token, "faqs[0].question", " "))
                        .status())
                .isEqualTo(303);
        assertThat(well(shop.owner().get(Api.STAFF + "/storefront")).text()).contains("\"faqs\":[]");
    }

    @Test
    void a_template_gives_the_shop_its_look() {
        assertThat(owner.sends(SHOP + "/template", Map.of("_csrf", token, "template", "flowers"))
                        .status())
                .isEqualTo(303);
        assertThat(well(shop.owner().get(Api.STAFF + "/storefront")).data("theme"))
                .isEqualTo("flowers");
        assertThat(owner.opens(SHOP).text()).containsPattern("value=\"flowers\" selected");
        assertThat(owner.sends(SHOP + "/template", Map.of("_csrf", token, "template", "cars"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_shop_opens_at_a_tap_and_closes_after_a_question() {
        assertThat(owner.opens(SHOP).text()).contains("غير منشور").doesNotContain("<iframe");
        for (var tap = 0; tap < 2; tap++) {
            assertThat(owner.sends(SHOP + "/publish", Map.of("_csrf", token)).header("Location"))
                    .isEqualTo(SHOP + "?said=shopfront.published");
        }
        var slug = well(shop.owner().get(Api.STAFF + "/storefront")).data("slug");
        var published = owner.opens(SHOP);
        assertThat(published.text()).contains("<iframe src=\"/s/" + slug + "\"", "منشور");
        assertThat(published.header("Content-Security-Policy")).contains("frame-src 'self'");

        assertThat(owner.sends(SHOP + "/close", Map.of("_csrf", token)).text()).contains("إغلاق المتجر؟");
        assertThat(well(shop.owner().get(Api.STAFF + "/storefront")).data("isPublished"))
                .isEqualTo("true");
        assertThat(owner.sends(SHOP + "/close", Map.of("_csrf", token, "sure", "1"))
                        .status())
                .isEqualTo(303);
        assertThat(well(shop.owner().get(Api.STAFF + "/storefront")).data("isPublished"))
                .isEqualTo("false");
    }

    @Test
    void the_address_moves_after_a_warning_and_a_taken_one_is_told_at_its_field() {
        var move = SHOP + "/slug";
        assertThat(owner.sends(move, Map.of("_csrf", token, "slug", "-")).text())
                .contains("href=\"#slug\"");
        var wanted = "flora-" + shop.ownerPhone();
        var asked = owner.sends(move, Map.of("_csrf", token, "slug", wanted));
        assertThat(asked.text()).contains("نقل المتجر إلى «" + wanted + "»؟", "value=\"" + wanted + "\"");
        assertThat(owner.sends(move, Map.of("_csrf", token, "slug", wanted, "sure", "1"))
                        .header("Location"))
                .isEqualTo(SHOP + "/address?said=shopfront.moved");

        var other = Visitor.of(api, Shop.opens(api));
        var taken = other.sends(move, Map.of("_csrf", other.opens(SHOP).token(), "slug", wanted, "sure", "1"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text()).contains("href=\"#slug\"", "value=\"" + wanted + "\"");
    }

    @Test
    void a_domain_says_how_it_is_proved_and_is_not_believed_before() {
        var named = Map.of("_csrf", token, "customDomain", "Shop" + shop.ownerPhone() + ".example.com");
        assertThat(owner.sends(SHOP + "/domain", named).status()).isEqualTo(303);
        var page = owner.opens(SHOP + "/address").text();
        assertThat(page).contains("_sendy-verify.shop" + shop.ownerPhone() + ".example.com", "sendy-verify=");

        var checked = owner.sends(SHOP + "/domain/verify", Map.of("_csrf", token));
        assertThat(checked.status()).isEqualTo(422);
        assertThat(checked.text()).contains("href=\"#customDomain\"", "value=\"shop" + shop.ownerPhone());
        assertThat(owner.sends(SHOP + "/domain", Map.of("_csrf", token, "customDomain", ""))
                        .status())
                .isEqualTo(303);
        assertThat(owner.opens(SHOP + "/address").text()).doesNotContain("_sendy-verify");
    }

    @Test
    void who_may_only_look_changes_nothing() {
        var viewer = Staff.of(api, shop, "store.storefront.view");
        assertThat(viewer.opens(SHOP).text())
                .contains("disabled")
                .doesNotContain("/app/shop/publish", "/app/shop/template", "class=\"main\"");
        assertThat(viewer.sends(SHOP + "/publish", Map.of("_csrf", token)).status())
                .isEqualTo(403);
        assertThat(viewer.sends(SHOP + "/pictures/cover/remove", Map.of("_csrf", token))
                        .status())
                .isEqualTo(403);
        var nobody = Staff.of(api, shop, "store.orders.view");
        assertThat(nobody.opens(SHOP).status()).isEqualTo(403);
    }
}
