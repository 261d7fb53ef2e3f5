package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of orders: what is to be done with them, found and moved along. */
@Scenario
class OrderListPageTest {

    private static final String LIST = "/app/orders";

    @Autowired
    Api api;

    @Autowired
    Trips trips;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
    }

    @Test
    void a_new_order_is_there_to_confirm_with_what_decides_on_it() {
        shop.placesOne();

        var list = owner.opens(LIST + "?tab=confirm");

        assertThat(list.status()).as(list::toString).isEqualTo(200);
        assertThat(list.text())
                .contains("زينب علي", "0770 123 4567", "25,000", "الكرادة", "جديد", "الآن", "برنامج")
                .contains(">تأكيد</button>");
        assertThat(owner.opens(LIST + "?tab=pack").text())
                .doesNotContain("زينب علي")
                .contains("لا طلب ينتظر التجهيز");
    }

    @Test
    void its_count_stands_at_its_tab_and_in_the_bars() {
        shop.placesOne();
        shop.placesOne();

        var home = owner.opens("/app");

        assertThat(home.text().split("class=\"count\"><bdi dir=\"ltr\">2</bdi>", -1))
                .as("in the side bar, the bottom bar and the work that waits")
                .hasSize(4);
        assertThat(owner.opens(LIST).text()).containsPattern("للتأكيد</span><span class=\"count\"><bdi dir=\"ltr\">2<");
    }

    @Test
    void what_waits_costs_the_first_page_one_trip() {
        var member = Visitor.staff(api, shop, "store.customers.view");
        var worker = Visitor.staff(
                api,
                shop,
                "store.orders.manage",
                "store.orders.view",
                "store.returns.view",
                "store.conversations.view",
                "store.inventory.view",
                "store.cashier.manage",
                "store.settings.view",
                "store.settings.manage");

        var without = opensHome(member);
        var with = opensHome(worker);

        assertThat(with).as(String.join("\n----\n", with)).hasSize(without.size() + 1);
    }

    private List<String> opensHome(Visitor visitor) {
        visitor.opens("/app");
        return trips.during(() -> assertThat(visitor.opens("/app").status()).isEqualTo(200));
    }

    @Test
    void its_button_takes_the_next_step_and_says_so() {
        var order = shop.placesOne();
        var list = owner.opens(LIST + "?tab=confirm");

        var moved = move(list, order, "Confirmed");

        assertThat(moved.header("Location")).isEqualTo(LIST + "?tab=confirm&said=orders.moved");
        assertThat(owner.opens(moved.header("Location")).text()).contains("تم النقل", "لا طلب ينتظر التأكيد");
        assertThat(owner.opens(LIST + "?tab=pack").text()).contains("زينب علي", ">جاهز</button>");
    }

    @Test
    void a_button_that_is_tapped_twice_moves_once_and_a_late_one_says_why_not() {
        var order = shop.placesOne();
        var list = owner.opens(LIST + "?tab=confirm");
        move(list, order, "Confirmed");

        assertThat(move(list, order, "Confirmed").header("Location")).endsWith("said=orders.moved");
        shop.moves(order, "Ready");
        var late = move(list, order, "Confirmed");

        assertThat(late.header("Location")).endsWith("said=orders.elsewhere");
        assertThat(owner.opens(late.header("Location")).text()).contains("تغيّرت حالة الطلب");
    }

    @Test
    void orders_of_others_and_none_at_all_are_the_same_to_it() {
        var strange = Shop.opens(api).placesOne();
        var list = owner.opens(LIST);

        assertThat(move(list, strange, "Confirmed").status()).isEqualTo(404);
        assertThat(move(list, UUID.randomUUID().toString(), "Confirmed").status())
                .isEqualTo(404);
        assertThat(move(list, "x", "Confirmed").status()).isEqualTo(404);
    }

    @Test
    void many_are_moved_after_a_question_and_those_that_stay_say_why() {
        var first = shop.placesOne();
        var second = shop.placesOne();
        var strange = Shop.opens(api).placesOne();
        shop.moves(second, "Cancelled");
        var list = owner.opens(LIST + "?tab=confirm");
        var chosen = "_csrf=" + list.token() + "&back=" + LIST + "&target=Confirmed&order=" + first + "&order=" + second
                + "&order=" + strange;

        var asked = owner.sendsAsIs(LIST + "/move", chosen);
        assertThat(asked.status()).as(asked::toString).isEqualTo(200);
        assertThat(asked.text()).contains("الطلبات: 3", "value=\"" + first + "\"", "name=\"sure\"");
        assertThat(owner.opens(LIST + "?tab=confirm").text()).contains("زينب علي");

        var done = owner.sendsAsIs(LIST + "/move", chosen + "&sure=yes");

        assertThat(done.text()).contains("الطلبات المنقولة: 1", "بقي مكانه: 2", "ملغى", "لا يوجد هذا الطلب");
    }

    @Test
    void all_that_can_go_are_told_by_their_number() {
        var first = shop.placesOne();
        var second = shop.placesOne();
        var list = owner.opens(LIST + "?tab=confirm");

        var done = owner.sendsAsIs(
                LIST + "/move",
                "_csrf=" + list.token() + "&target=Confirmed&sure=yes&order=" + first + "&order=" + second);

        assertThat(done.header("Location")).isEqualTo(LIST + "?said=orders.movedMany&n=2");
        assertThat(owner.opens(done.header("Location")).text()).contains("الطلبات المنقولة: 2");
    }

    @Test
    void an_order_is_found_by_number_phone_and_name_and_what_was_typed_stays() {
        shop.placesOne();
        shop.places(Shop.order().put("customerName", "علي حسن").put("customerPhone", "0780 000 1111"));

        assertThat(owner.opens(LIST + "?q=2").text()).contains("علي حسن").doesNotContain("زينب علي");
        assertThat(owner.opens(LIST + "?q=0780%20000%201111").text())
                .contains("علي حسن")
                .doesNotContain("زينب علي");
        assertThat(owner.opens(LIST + "?q=%D8%B2%D9%8A%D9%86%D8%A8").text())
                .contains("زينب علي", "value=\"زينب\"")
                .doesNotContain("علي حسن");
        assertThat(owner.opens(LIST + "?q=nobody").text()).contains("لا طلب يطابق البحث");
        assertThat(owner.opens(LIST + "?area=BG").text()).contains("زينب علي", "علي حسن");
        assertThat(owner.opens(LIST + "?area=BA").text()).contains("لا طلب يطابق البحث");
        assertThat(owner.opens(LIST + "?source=Pos").text()).contains("لا طلب يطابق البحث");
        assertThat(owner.opens(LIST + "?from=2020-01-01&to=2020-01-02").text()).contains("لا طلب يطابق البحث");
        assertThat(owner.opens(LIST + "?from=soon").text()).contains("زينب علي");
    }

    @Test
    void beyond_a_page_the_list_goes_on() {
        for (var i = 0; i < 52; i++) {
            shop.placesOne();
        }
        var list = owner.opens(LIST + "?tab=confirm");
        assertThat(list.text()).contains("#52<").contains("#3<").doesNotContain("#2<");

        var link = list.text()
                .replaceAll("(?s).*href=\"([^\"]*cursor=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(owner.opens(link).text())
                .contains("#2<", "#1<", "من البداية")
                .doesNotContain("#3<");
    }

    @Test
    void the_list_goes_along_as_a_file_with_what_is_looked_for() {
        shop.placesOne();
        shop.places(Shop.order().put("customerName", "علي حسن").put("customerPhone", "0780 000 1111"));

        var list = owner.opens(LIST + "?tab=confirm&q=0780%20000%201111");
        var file = owner.opens(LIST + "/export?tab=confirm&q=0780%20000%201111&format=csv");

        assertThat(list.text()).contains("/app/orders/export?tab=confirm&amp;q=0780%20000%201111&amp;format=xlsx");
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("orders.csv");
        assertThat(file.text()).contains("علي حسن").doesNotContain("زينب علي");
    }

    private Visitor.Shown move(Visitor.Shown list, String order, String to) {
        return owner.sends(
                LIST + "/" + order + "/move", Map.of("_csrf", list.token(), "to", to, "back", LIST + "?tab=confirm"));
    }
}
