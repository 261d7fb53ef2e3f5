package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
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

/** What delivery costs to whom. */
@Scenario
class ShippingPagesTest {

    private static final String LIST = "/app/shipping";
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final Map<String, String> FLAT =
            Map.of("name", "القريبة", "ruleType", "FlatRate", "cost", "5,000", "isActive", "true");

    @Autowired
    Api api;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
    }

    private Shown sends(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", owner.opens(LIST + "/new").token());
        return owner.sends(path, form);
    }

    private String first() {
        return LIST + "/"
                + well(shop.owner().get(Api.STAFF + "/shipping/rules")).data("items.0.id");
    }

    private static String plain(Shown page) {
        return page.text().replaceAll("[\u2066\u2068\u2069]", "").replace('\u00a0', ' ');
    }

    @Test
    void a_fee_holds_in_the_governorates_that_are_ticked_until_none_is() {
        var form = "_csrf=" + owner.opens(LIST + "/new").token()
                + "&name=Near&ruleType=FlatRate&cost=5000&minOrderValue=50000&priority=1&isActive=true&provinceCodes=";

        owner.sendsAsIs(LIST, form + "&provinceCodes=BG&provinceCodes=BA");
        assertThat(plain(owner.opens(LIST)))
                .contains("التوصيل إلى بغداد، البصرة بأجرة 5,000 د.ع، إذا بلغت قيمة الطلب 50,000 د.ع أو أكثر.");
        var path = first();
        assertThat(owner.opens(path).text())
                .containsPattern("value=\"BA\" checked")
                .contains("value=\"50,000\"");
        owner.sendsAsIs(path, form);

        assertThat(plain(owner.opens(LIST))).contains("التوصيل إلى كل المحافظات بأجرة 5,000 د.ع");
    }

    @Test
    void what_each_kind_asks_is_said_and_a_fee_is_switched_and_deleted_after_a_question() {
        sends(LIST, FLAT);
        var path = first();
        sends(
                path,
                Map.of(
                        "ruleType", "WeightBased",
                        "cost", "3000",
                        "costPerKg", "1000",
                        "maxWeightGrams", "20,000"));
        assertThat(plain(owner.opens(path)))
                .contains(
                        "التوصيل إلى كل المحافظات بأجرة 3,000 د.ع و 1,000 د.ع لكل كيلوغرام، إذا بقي وزنه دون 20,000 غرام.");
        sends(path, Map.of("ruleType", "FreeShipping", "maxWeightGrams", "", "minOrderValue", "100000"));
        assertThat(plain(owner.opens(path)))
                .contains("التوصيل إلى كل المحافظات مجاني، إذا بلغت قيمة الطلب 100,000 د.ع أو أكثر.");

        assertThat(sends(path + "/switch", Map.of("on", "false")).header("Location"))
                .isEqualTo(LIST + "?said=shipping.off");
        assertThat(owner.opens(LIST).text()).contains("موقوف");
        assertThat(sends(path + "/switch", Map.of("on", "true")).header("Location"))
                .isEqualTo(LIST + "?said=shipping.on");
        assertThat(plain(sends(path + "/delete", Map.of()))).contains("data-ask", "حذف «القريبة»؟");
        assertThat(sends(path + "/delete", Map.of("sure", "yes")).header("Location"))
                .isEqualTo(LIST + "?said=shipping.deleted");
        assertThat(owner.opens(path).status()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_is_said_at_its_field_with_what_was_typed() {
        var refused = sends(
                LIST,
                Map.of(
                        "name", " ",
                        "ruleType", "FlatRate",
                        "minOrderValue", "50000",
                        "maxOrderValue", "10000",
                        "provinceCodes", "XX"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("id=\"name-wrong\"", "id=\"cost-wrong\"", "id=\"minOrderValue-wrong\"")
                .contains("id=\"provinceCodes-wrong\"", "href=\"#provinceCodes\"", "value=\"10000\"");
        assertThat(owner.opens(LIST).text()).contains("لا أجور هنا بعد");
    }

    /** A double tap where no script holds the second back. */
    @Test
    void a_form_that_is_sent_twice_makes_one_fee() {
        var page = owner.opens(LIST + "/new");
        var once = ONCE.matcher(page.text());
        assertThat(once.find()).isTrue();
        var form = new HashMap<>(FLAT);
        form.putAll(Map.of("once", once.group(1), "_csrf", page.token()));

        var both = Shop.atOnce(2, _ -> owner.sends(LIST, form));

        assertThat(both).allMatch(answer -> answer.header("Location").endsWith("said=shipping.made"));
        assertThat(owner.opens(LIST).text().split("/switch\"", -1)).hasSize(2);
    }

    @Test
    void going_back_and_sending_something_else_makes_that_too() {
        var form = new HashMap<>(FLAT);
        form.put("once", UUID.randomUUID().toString());
        form.put("provinceCodes", "BG");
        for (var twice = 0; twice < 2; twice++) {
            sends(LIST, form);
        }
        form.putAll(Map.of("name", "البعيدة", "cost", "8,000"));

        assertThat(sends(LIST, form).header("Location")).endsWith("said=shipping.made");

        assertThat(owner.opens(LIST).text()).contains("القريبة", "البعيدة");
        assertThat(owner.opens(LIST).text().split("/switch\"", -1)).hasSize(3);
    }

    @Test
    void whoever_only_looks_changes_nothing_and_others_do_not_see_it() {
        sends(LIST, FLAT);
        var path = first();
        var viewer = Visitor.staff(api, shop, "store.shipping.view");

        assertThat(viewer.opens(LIST).text()).contains(path).doesNotContain(LIST + "/new", "/switch");
        var page = viewer.opens(path);
        assertThat(plain(page)).contains("بأجرة 5,000 د.ع").doesNotContain("name=\"cost\"", "/delete\"", "/switch");
        assertThat(viewer.sends(path, Map.of("_csrf", page.token(), "cost", "0"))
                        .status())
                .isEqualTo(403);
        var stranger = Visitor.of(api, Shop.opens(api));
        var token = stranger.opens(LIST).token();
        for (var below : new String[] {"", "/switch", "/delete"}) {
            assertThat(stranger.sends(path + below, Map.of("_csrf", token)).status())
                    .isEqualTo(404);
        }
    }
}
