package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.Visitor.Shown;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Links of the shop's posts, and what each has brought. */
@Scenario
class ShareLinkPagesTest {

    private static final String LIST = "/app/links";
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("src=\"(/l/[a-z0-9]{8})\\.svg\"");

    @Autowired
    Api api;

    private Goods goods;
    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        shop = goods.shop();
        owner = Visitor.of(api, shop);
    }

    private Shown sends(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", owner.opens(LIST).token());
        return owner.sends(path, form);
    }

    private String first() {
        return LIST + "/"
                + well(shop.owner().get(Api.STAFF + "/storefront/links")).data("items.0.id");
    }

    @Test
    void a_link_has_its_code_to_print_says_what_it_brought_and_is_deleted_after_a_question() {
        goods.sells("ROSE", 10_000, 5);

        assertThat(sends(LIST, Map.of("label", "ستوري الخميس", "sku", "ROSE")).header("Location"))
                .isEqualTo(LIST + "?said=links.made");

        var page = owner.opens(LIST).text();
        var link = CODE.matcher(page);
        assertThat(link.find()).isTrue();
        var path = link.group(1);
        assertThat(page).contains("ستوري الخميس", "ROSE", "href=\"" + path + ".png\"", path + "\"");
        assertThat(owner.opens(path + ".svg").header("Content-Type")).startsWith("image/svg+xml");
        assertThat(owner.opens(path + ".png").header("Content-Type")).startsWith("image/png");
        assertThat(page).containsSubsequence("الزيارات", ">0<", "الطلبات", ">0<");
        var row = first();
        assertThat(sends(row + "/delete", Map.of()).text())
                .contains("data-ask", "حذف رابط «\u2068ستوري الخميس\u2069»؟");
        assertThat(sends(row + "/delete", Map.of("sure", "yes")).header("Location"))
                .isEqualTo(LIST + "?said=links.deleted");
        assertThat(owner.opens(LIST).text()).contains("لا روابط بعد");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_with_what_was_typed() {
        var refused = sends(LIST, Map.of("label", " ", "sku", "NONE"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("id=\"label-wrong\"", "id=\"sku-wrong\"", "value=\"NONE\"");
        assertThat(owner.opens(LIST).text()).contains("لا روابط بعد");
    }

    @Test
    void a_product_is_found_by_its_name_and_chosen_without_scripts_and_what_was_typed_stays() {
        goods.sells("ROSE", 10_000, 5);
        goods.sells("TULIP", 8_000, 5);

        var found = sends(LIST, Map.of("label", "البايو", "sku", "", "q", "ros"));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text())
                .contains("value=\"البايو\"", "value=\"ros\"", "name=\"choose\" value=\"ROSE\"", "لا روابط بعد")
                .doesNotContain("value=\"TULIP\"");
        var chosen = sends(LIST, Map.of("label", "البايو", "sku", "", "q", "ros", "choose", "ROSE"));
        assertThat(chosen.text())
                .contains("value=\"البايو\"", "name=\"sku\" value=\"ROSE\"", "إلى المتجر كله بدلاً منه");

        assertThat(sends(LIST, Map.of("label", "البايو", "sku", "ROSE", "q", ""))
                        .header("Location"))
                .endsWith("said=links.made");
        assertThat(owner.opens(LIST).text()).contains("إلى المنتج", "ROSE");
    }

    @Test
    void a_scanned_product_is_chosen_at_once_another_takes_its_place_and_the_shop_both() {
        goods.sells("ROSE", 10_000, 5);
        goods.sells("TULIP", 8_000, 5);

        assertThat(sends(LIST, Map.of("sku", "TULIP", "q", "rose")).text()).contains("name=\"sku\" value=\"ROSE\"");
        assertThat(sends(LIST, Map.of("sku", "ROSE", "q", "", "choose", "")).text())
                .contains("name=\"sku\" value=\"\"");
        assertThat(sends(LIST, Map.of("label", "البايو", "q", "nothing like it"))
                        .text())
                .contains("لا منتج بهذا الاسم", "لا روابط بعد");
        var without = Visitor.staff(api, shop, "store.storefront.view", "store.storefront.manage");
        assertThat(without.opens(LIST).text()).contains("name=\"sku\"").doesNotContain("name=\"q\"");
    }

    /** A double tap where no script holds the second back. */
    @Test
    void a_form_that_is_sent_twice_makes_one_link() {
        var page = owner.opens(LIST);
        var once = ONCE.matcher(page.text());
        assertThat(once.find()).isTrue();
        var form = Map.of("label", "البايو", "once", once.group(1), "_csrf", page.token());

        var both = Shop.atOnce(2, _ -> owner.sends(LIST, form));

        assertThat(both).allMatch(answer -> answer.header("Location").endsWith("said=links.made"));
        assertThat(owner.opens(LIST).text().split("data-copy=", -1)).hasSize(2);
    }

    @Test
    void going_back_and_sending_something_else_makes_that_too_and_what_was_deleted_is_made_anew() {
        var once = UUID.randomUUID().toString();
        var form = Map.of("label", "البايو", "once", once);
        sends(LIST, form);

        sends(LIST, Map.of("label", "ستوري", "once", once));
        assertThat(owner.opens(LIST).text().split("data-copy=", -1)).hasSize(3);
        for (var twice = 0; twice < 2; twice++) {
            sends(first() + "/delete", Map.of("sure", "yes"));
        }
        assertThat(sends(LIST, form).header("Location")).endsWith("said=links.made");
        assertThat(owner.opens(LIST).text()).contains("البايو");
    }

    @Test
    void whoever_only_looks_changes_nothing_and_others_do_not_see_it() {
        sends(LIST, Map.of("label", "البايو"));
        var viewer = Visitor.staff(api, shop, "store.storefront.view");

        var page = viewer.opens(LIST);
        assertThat(page.text()).contains("البايو").doesNotContain("name=\"label\"", "/delete\"");
        assertThat(viewer.sends(LIST, Map.of("_csrf", page.token(), "label", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(viewer.sends(first() + "/delete", Map.of("_csrf", page.token(), "sure", "yes"))
                        .status())
                .isEqualTo(403);
        var stranger = Visitor.of(api, Shop.opens(api));
        assertThat(stranger.sends(
                                first() + "/delete",
                                Map.of("_csrf", stranger.opens(LIST).token()))
                        .status())
                .isEqualTo(404);
    }
}
