package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of one order: what it is, what comes next, and what is done with it. */
@Scenario
class OrderPageTest {

    @Autowired
    Api api;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
    }

    @Test
    void it_shows_where_the_order_stands_what_is_due_and_how_to_reach_its_customer() {
        var page = owner.opens(path(shop.placesOne()));

        assertThat(page.status()).as(page::toString).isEqualTo(200);
        assertThat(page.text())
                .contains("#1<", "جديد", "المطلوب نقداً", "25,000", "زينب علي")
                .contains("href=\"tel:+9647701234567\"", "href=\"https://wa.me/9647701234567\"")
                .contains("بغداد · الكرادة", "الكرادة، قرب جامع الزوية", ">تأكيد</span>", "طلب بقيمته");
    }

    @Test
    void its_items_say_what_each_costs() {
        var goods = Goods.of(shop);
        goods.sells("ROSE", 12_500, 9);
        var order = Shop.order();
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", 2);

        var page = owner.opens(path(shop.places(order).data("id")));

        assertThat(page.text()).contains("باقة ROSE", "2 × 12,500", "25,000");
    }

    @Test
    void its_button_takes_the_next_step_and_other_steps_take_a_note() {
        var order = shop.placesOne();
        var page = owner.opens(path(order));

        var moved = move(page, order, "InTransit", "مع السائق حسن");

        assertThat(moved.header("Location")).isEqualTo(path(order) + "?said=orders.moved");
        assertThat(owner.opens(path(order)).text())
                .contains("لدى التوصيل", "مع السائق حسن", ">خرج للتسليم</span>", ">تأجيل</button>", ">رُفض</button>")
                .contains("لا يتغيّر العنوان ولا القطع")
                .doesNotContain("إلغاء الطلب</span>", "/edit");
    }

    @Test
    void a_note_that_is_too_long_moves_nothing_and_stays() {
        var order = shop.placesOne();
        var long_ = "و".repeat(501);

        var refused = move(owner.opens(path(order)), order, "Ready", long_);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("class=\"faults\"", "href=\"#note\"", long_, "جديد");
    }

    @Test
    void it_is_cancelled_after_a_question_with_its_reason() {
        var order = shop.placesOne();
        var page = owner.opens(path(order));

        var asked = owner.sends(path(order) + "/cancel", Map.of("_csrf", page.token()));
        assertThat(asked.text()).contains("إلغاء الطلب 1؟", "name=\"reason\"", "25,000");
        assertThat(owner.opens(path(order)).text()).contains("جديد");

        var cancelled = cancel(asked, order, "الزبون غيّر رأيه");
        assertThat(cancelled.header("Location")).isEqualTo(path(order) + "?said=orders.cancelled");
        assertThat(owner.opens(path(order)).text()).contains("ملغى", "الزبون غيّر رأيه", "لا شيء للتحصيل");
        assertThat(cancel(asked, order, "").header("Location")).endsWith("said=orders.cancelled");
    }

    @Test
    void one_that_has_left_is_not_cancelled() {
        var order = shop.placesOne();
        var page = owner.opens(path(order));
        shop.moves(order, "InTransit");

        assertThat(cancel(page, order, "").header("Location")).endsWith("said=orders.elsewhere");
    }

    @Test
    void receipt_and_label_are_files_to_print() {
        var order = shop.placesOne();

        for (var paper : new String[] {"/receipt", "/label"}) {
            var file = owner.opens(path(order) + paper);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        }
    }

    /** No dead button: what a role never has is not there. */
    @Test
    void who_may_only_look_sees_no_button() {
        var order = shop.placesOne();
        var viewer = hires("store.orders.view");

        var page = viewer.opens(path(order));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("زينب علي", "/receipt")
                .doesNotContain("name=\"to\"", "/cancel", "/edit", "/return", "/app/customers", "/app/confirm");
        assertThat(viewer.opens("/app/confirm").status()).isEqualTo(403);
        assertThat(viewer.opens("/app/returns").status()).isEqualTo(403);
        assertThat(viewer.opens(path(order) + "/edit").status()).isEqualTo(403);
        assertThat(viewer.sends(path(order) + "/cancel", Map.of("_csrf", page.token(), "sure", "yes"))
                        .status())
                .isEqualTo(403);
    }

    private Visitor hires(String permission) {
        var role = Api.object().put("name", "Viewer");
        role.putArray("permissions").add(permission);
        var phone = Shop.newPhone();
        var member = Api.object()
                .put("fullName", "علي كريم")
                .put("phone", phone)
                .put(
                        "roleId",
                        shop.owner().post(Api.STAFF + "/rbac/roles", role).data("id"))
                .put("password", Shop.PASSWORD);
        assertThat(shop.owner().post(Api.STAFF + "/staff", member).status()).isEqualTo(200);
        var viewer = new Visitor(api.base(), "ar");
        assertThat(viewer.signsIn(phone, Shop.PASSWORD).status()).isEqualTo(303);
        return viewer;
    }

    @Test
    void what_is_not_the_stores_is_not_there() {
        var strange = Shop.opens(api).placesOne();
        var token = owner.opens("/app/orders").token();

        for (var order : new String[] {strange, UUID.randomUUID().toString(), "x"}) {
            assertThat(owner.opens(path(order)).status()).isEqualTo(404);
            assertThat(owner.opens(path(order) + "/receipt").status()).isEqualTo(404);
            assertThat(owner.sends(path(order) + "/cancel", Map.of("_csrf", token, "sure", "yes"))
                            .status())
                    .isEqualTo(404);
        }
    }

    private static String path(String order) {
        return "/app/orders/" + order;
    }

    private Visitor.Shown move(Visitor.Shown page, String order, String to, String note) {
        return owner.sends(
                path(order) + "/move", Map.of("_csrf", page.token(), "to", to, "note", note, "back", path(order)));
    }

    private Visitor.Shown cancel(Visitor.Shown page, String order, String reason) {
        return owner.sends(path(order) + "/cancel", Map.of("_csrf", page.token(), "sure", "yes", "reason", reason));
    }
}
