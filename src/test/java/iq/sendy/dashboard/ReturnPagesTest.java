package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers send back: asked for at an order, decided, and taken in. */
@Scenario
class ReturnPagesTest {

    @Autowired
    Api api;

    private Shop shop;
    private Visitor owner;
    private String order;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
        Goods.of(shop).sells("ROSE", 12_500, 9);
        var wanted = Shop.order();
        wanted.remove("orderValue");
        wanted.putArray("items").addObject().put("sku", "ROSE").put("quantity", 2);
        order = shop.places(wanted).data("id");
        for (var status : List.of("InTransit", "OutForDelivery", "Delivered")) {
            shop.moves(order, status);
        }
    }

    @Test
    void a_return_is_asked_for_decided_and_taken_in() {
        assertThat(owner.opens("/app/orders/" + order).text()).contains("إرجاع قطع");
        var form = owner.opens(atOrder());
        assertThat(form.text()).contains("إرجاع من الطلب 1", "باقة ROSE", "name=\"items[0].quantity\" value=\"2\"");

        var request = asks("1", "وصلت مكسورة");
        assertThat(owner.opens("/app/returns").text()).contains("زينب علي", "12,500", "وصلت مكسورة", "للبتّ");
        assertThat(owner.opens(request).text()).contains("القطع: 1 من 2", "قبول الإرجاع", "رفض الإرجاع");

        assertThat(sends(request + "/approve", Map.of("note", "اتفقنا")).header("Location"))
                .isEqualTo(request + "?said=returns.approved");
        assertThat(owner.opens("/app/returns?tab=coming").text()).contains("زينب علي");
        assertThat(owner.opens(request).text()).contains("اتفقنا", "name=\"items[0].restock\" value=\"1\"");

        var line = line(request);
        var done = sends(
                request + "/complete",
                Map.of("items[0].orderItemId", line, "items[0].restock", "1", "items[0].damaged", "0"));
        assertThat(done.header("Location")).isEqualTo(request + "?said=returns.completed");
        assertThat(owner.opens(request).text()).contains("سليمة: 1 · تالفة: 0", "أُعيد للزبون");
        assertThat(owner.opens("/app/returns?tab=coming").text()).contains("لا إرجاع في الطريق");
        assertThat(owner.opens("/app/orders/" + order).text()).contains("/app/returns/");
        assertThat(owner.opens(atOrder()).text()).as("what is left").contains("name=\"items[0].quantity\" value=\"1\"");
    }

    @Test
    void more_than_was_bought_is_refused_at_its_line_and_nothing_is_no_return() {
        var many = sends(atOrder(), Map.of("items[0].quantity", "3", "reason", "مكسورة"));
        assertThat(many.status()).isEqualTo(400);
        assertThat(many.text()).contains("href=\"#items-0--quantity\"", "value=\"3\"", "مكسورة");
        assertThat(sends(atOrder(), Map.of("items[0].quantity", "0")).status()).isEqualTo(400);

        assertThat(owner.opens("/app/returns?tab=all").text()).contains("لا مرتجعات بعد");
    }

    @Test
    void more_than_was_asked_does_not_come() {
        var request = asks("1", "");
        sends(request + "/approve", Map.of());

        var refused = sends(
                request + "/complete",
                Map.of("items[0].orderItemId", line(request), "items[0].restock", "1", "items[0].damaged", "1"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("href=\"#items-0--restock\"");
    }

    @Test
    void a_step_that_is_taken_twice_is_taken_once_and_a_late_one_hears_why_not() {
        var request = asks("2", "");

        sends(request + "/reject", Map.of("note", "متأخر"));

        assertThat(sends(request + "/reject", Map.of()).header("Location")).endsWith("said=returns.rejected");
        assertThat(sends(request + "/approve", Map.of()).header("Location")).endsWith("said=returns.elsewhere");
        assertThat(owner.opens("/app/returns?tab=all").text()).contains("مرفوض");
    }

    @Test
    void a_second_one_waits_for_the_first_to_be_decided() {
        asks("1", "");

        var second = sends(atOrder(), Map.of("items[0].quantity", "1"));

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.text()).contains("class=\"faults\"");
    }

    @Test
    void only_what_was_delivered_comes_back_and_nothing_of_others() {
        var pending = shop.placesOne();
        assertThat(owner.opens("/app/orders/" + pending + "/return").header("Location"))
                .endsWith("said=returns.notDelivered");

        var request = asks("1", "");
        var stranger = Visitor.of(api, Shop.opens(api));
        assertThat(stranger.opens(request).status()).isEqualTo(404);
        assertThat(stranger.opens(atOrder()).status()).isEqualTo(404);
        assertThat(owner.opens("/app/returns/x").status()).isEqualTo(404);
    }

    private String atOrder() {
        return "/app/orders/" + order + "/return";
    }

    /** Asks for a return, and answers its path. */
    private String asks(String quantity, String reason) {
        var asked = sends(atOrder(), Map.of("items[0].quantity", quantity, "reason", reason));
        var location = asked.header("Location");
        assertThat(location).as(asked::toString).startsWith("/app/returns/").endsWith("?said=returns.requested");
        return location.substring(0, location.indexOf('?'));
    }

    private String line(String request) {
        return owner.opens(request)
                .text()
                .replaceAll("(?s).*name=\"items\\[0]\\.orderItemId\" value=\"([^\"]+)\".*", "$1");
    }

    private Visitor.Shown sends(String path, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", owner.opens("/app/more").token());
        return owner.sends(path, form);
    }
}
