package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The confirmation desk: one order after the other is called, and what came of it brings the next. */
@Scenario
class CallDeskPageTest {

    private static final String DESK = "/app/confirm";

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void the_longest_waiting_comes_first_with_what_decides_on_it() {
        var first = shop.placesOne();
        clock.advance(Duration.ofMinutes(5));
        shop.placesOne();

        var desk = owner.opens(DESK);

        assertThat(desk.status()).as(desk::toString).isEqualTo(200);
        assertThat(desk.text())
                .contains("للاتصال: 2", before(first), ">زينب علي<", "25,000", "0770 123 4567", "زبون جديد")
                .contains("بغداد · الكرادة", "قرب جامع الزوية", "تأكيد", "لا جواب", "بعد ساعة");
    }

    @Test
    void the_list_of_those_to_confirm_leads_to_the_desk_where_there_is_one() {
        assertThat(owner.opens("/app/orders?tab=confirm").text()).doesNotContain("اتصل واحداً بعد واحد");

        shop.placesOne();

        assertThat(owner.opens("/app/orders?tab=confirm").text()).contains("اتصل واحداً بعد واحد");
        assertThat(owner.opens("/app/orders?tab=all").text()).doesNotContain("اتصل واحداً بعد واحد");
    }

    @Test
    void confirming_brings_the_next_by_itself_until_nobody_is_left() {
        var first = shop.placesOne();
        var second = shop.placesOne();

        var answer = says(first, 0, Map.of("outcome", "Confirmed"));
        assertThat(answer.header("Location")).isEqualTo(DESK + "?said=calls.Confirmed&n=1");
        var next = owner.opens(answer.header("Location"));
        assertThat(next.text()).contains("أُكّد الطلب 1", "للاتصال: 1", ">#2</bdi></a>");
        says(second, 0, Map.of("outcome", "Confirmed"));

        assertThat(owner.opens(DESK).text())
                .contains("لا أحد ينتظر اتصالاً الآن")
                .doesNotContain("#1<");
        assertThat(owner.opens("/app/orders/" + first).text()).contains("مؤكّد");
    }

    @Test
    void who_does_not_answer_goes_behind_the_others_and_the_call_is_remembered() {
        var first = shop.placesOne();
        clock.advance(Duration.ofMinutes(1));
        var second = shop.placesOne();
        clock.advance(Duration.ofMinutes(1));

        says(first, 0, Map.of("outcome", "NoAnswer"));

        assertThat(owner.opens(DESK).text()).contains(before(second));
        assertThat(owner.opens(DESK + "?order=" + first).text()).contains("المكالمات: 1", "لا جواب");
    }

    @Test
    void later_brings_an_order_back_at_its_time() {
        var order = shop.placesOne();

        says(order, 0, Map.of("later", "hour"));

        assertThat(owner.opens(DESK).text()).contains("لا أحد ينتظر اتصالاً الآن", "غير مؤكّدة، اتصالها لاحقاً: 1");
        clock.advance(Duration.ofMinutes(61));
        assertThat(owner.opens(DESK).text()).contains("للاتصال: 1", "اتصال لاحقاً");
        says(order, 1, Map.of("later", "evening"));
        clock.advance(Duration.ofHours(25));
        says(order, 2, Map.of("later", "tomorrow"));
        clock.advance(Duration.ofHours(49));
        assertThat(owner.opens(DESK).text()).contains("المكالمات: 3");
    }

    @Test
    void the_first_page_counts_those_who_may_call_what_is_due_and_others_what_is_not_confirmed() {
        var later = shop.placesOne();
        shop.placesOne();
        says(later, 0, Map.of("later", "hour"));
        var viewer = Visitor.staff(api, shop, "store.orders.view");

        assertThat(owner.opens("/app").text())
                .containsPattern(waiting(DESK, 1))
                .doesNotContain("/app/orders?tab=confirm");
        assertThat(viewer.opens("/app").text())
                .containsPattern(waiting("/app/orders\\?tab=confirm", 2))
                .doesNotContain(DESK);
        clock.advance(Duration.ofMinutes(61));
        assertThat(owner.opens("/app").text()).containsPattern(waiting(DESK, 2));
    }

    /** The line of the first page that leads there. */
    private static String waiting(String path, int count) {
        return "<li><a href=\"" + path + "\">.*<span>طلبات للتأكيد</span></a><span class=\"count\"><bdi dir=\"ltr\">"
                + count + "<";
    }

    @Test
    void of_two_who_have_the_same_order_the_second_records_nothing_and_hears_why() {
        var order = shop.placesOne();
        shop.owner()
                .post(
                        Api.STAFF + "/orders/" + order + "/confirmation-attempts",
                        Api.object().put("outcome", "Busy"));

        var second = says(order, 0, Map.of("outcome", "NoAnswer"));

        assertThat(second.header("Location")).isEqualTo(DESK + "?said=calls.moved&n=1");
        assertThat(owner.opens(second.header("Location")).text()).contains("سبقك غيرك", "المكالمات: 1", "مشغول");
        shop.moves(order, "Confirmed");
        assertThat(says(order, 1, Map.of("outcome", "Confirmed")).header("Location"))
                .contains("said=calls.moved");
    }

    @Test
    void a_button_that_is_tapped_twice_records_one_call() {
        var order = shop.placesOne();
        says(order, 0, Map.of("outcome", "NoAnswer"));

        var again = says(order, 0, Map.of("outcome", "NoAnswer"));

        assertThat(again.header("Location")).isEqualTo(DESK + "?said=calls.NoAnswer&n=1");
        assertThat(owner.opens(DESK).text()).contains("المكالمات: 1");
    }

    @Test
    void many_at_once_confirm_an_order_once() {
        var order = shop.placesOne();

        Shop.atOnce(4, _ -> {
            var person = Visitor.of(api, shop);
            var form = Map.of("_csrf", person.opens(DESK).token(), "attempts", "0", "outcome", "Confirmed");
            return person.sends(DESK + "/" + order, form);
        });

        assertThat(owner.opens("/app/orders/" + order).text().split("تأكيد بالهاتف|>مؤكّد</strong>", -1))
                .hasSize(2);
    }

    @Test
    void cancelling_asks_why_first() {
        var order = shop.placesOne();

        var asked = says(order + "/reject", 0, Map.of());
        assertThat(asked.text()).contains("إلغاء الطلب 1؟", "name=\"attempts\" value=\"0\"");
        assertThat(says(order, 0, Map.of("outcome", "Rejected")).status()).isEqualTo(404);

        var done = says(order + "/reject", 0, Map.of("sure", "yes", "reason", "طلب مكرّر"));
        assertThat(done.header("Location")).isEqualTo(DESK + "?said=calls.Rejected&n=1");
        assertThat(owner.opens("/app/orders/" + order).text()).contains("ملغى", "طلب مكرّر");
    }

    @Test
    void one_may_be_skipped_and_the_desk_goes_on_behind_it() {
        shop.placesOne();
        clock.advance(Duration.ofMinutes(1));
        var second = shop.placesOne();
        clock.advance(Duration.ofMinutes(1));
        var third = shop.placesOne();

        var skipped = owner.opens(DESK + "?order=" + second);
        assertThat(skipped.text()).contains("name=\"next\" value=\"" + third + "\"", before(second));
        assertThat(says(second, 0, Map.of("outcome", "Confirmed", "next", third))
                        .header("Location"))
                .endsWith("&order=" + third);
    }

    @Test
    void orders_of_others_are_not_called() {
        var strange = Shop.opens(api).placesOne();

        assertThat(says(strange, 0, Map.of("outcome", "Confirmed")).status()).isEqualTo(404);
        assertThat(says("x", 0, Map.of("outcome", "Confirmed")).status()).isEqualTo(404);
    }

    /** What shows that an order is the one to be called. */
    private static String before(String order) {
        return "<h2 id=\"who\"><a href=\"/app/orders/" + order + "\">";
    }

    private Visitor.Shown says(String order, long attempts, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", owner.opens(DESK).token());
        form.put("attempts", Long.toString(attempts));
        return owner.sends(DESK + "/" + order, form);
    }
}
