package iq.sendy.orders;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Why an order costs what it costs, as it was when its price was made. */
@Scenario
class PriceTraceTest {

    @Autowired
    Api api;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        Goods.of(shop).sells("ROSE", 10_000, 50);
        makes("/discounts/rules", rule("نصف", "percentage", 50));
        makes("/discounts/rules", rule("عشر", "percentage", 10));
        makes("/discounts/codes", rule("-", "fixed_amount", 1_000).put("code", "EID10"));
        makes("/shipping/rules", shipping("قريب", 3_000, 2).put("maxOrderValue", 5_000));
        makes("/shipping/rules", shipping("بغداد", 5_000, 1));
        makes("/shipping/rules", shipping("بعيد", 8_000, 0));
    }

    private static ObjectNode rule(String name, String type, long value) {
        return Api.object().put("name", name).put("discountType", type).put("discountValue", value);
    }

    private static ObjectNode shipping(String name, long cost, int priority) {
        return Api.object()
                .put("name", name)
                .put("ruleType", "FlatRate")
                .put("cost", cost)
                .put("priority", priority);
    }

    private void makes(String path, ObjectNode body) {
        well(shop.owner().post(Api.STAFF + path, body));
    }

    private static ObjectNode order(long quantity) {
        var order = Shop.order().put("discountCode", "EID10");
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", quantity);
        return order;
    }

    private JsonNode trace(Api.Reply placed) {
        return well(shop.key().get(Api.KEYS + "/orders/" + placed.data("id")))
                .data()
                .get("trace");
    }

    private static List<String> each(JsonNode list, String one, String other) {
        return list.valueStream()
                .map(entry -> word(entry.get(one)) + " " + word(entry.get(other)))
                .sorted()
                .toList();
    }

    private static String word(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }

    @Test
    void an_order_says_what_applied_what_lost_and_what_was_considered_as_its_quote_did() {
        var quote = well(shop.key().post(Api.KEYS + "/orders/quote", order(2)));
        var placed = well(shop.places(order(2)));

        var trace = trace(placed);

        assertThat(trace.propertyNames()).containsExactlyInAnyOrder("applied", "lost", "considered");
        assertThat(each(trace.get("applied"), "name", "amount")).containsExactly("EID10 1000", "نصف 10000");
        assertThat(each(trace.get("lost"), "name", "reason")).containsExactly("عشر rule.beaten");
        assertThat(each(trace.get("considered"), "ruleName", "reason"))
                .containsExactlyInAnyOrder("بغداد null", "بعيد rule.beaten", "قريب rule.value");
        assertThat(trace.get("applied")).isEqualTo(quote.data().get("applied"));
        assertThat(trace.get("lost")).isEqualTo(quote.data().get("lost"));
        assertThat(trace.get("considered")).isEqualTo(quote.data().at("/shipping/considered"));
    }

    @Test
    void it_stays_as_it_was_when_rules_change_and_is_made_anew_with_the_price() {
        var placed = well(shop.places(order(2)));
        var before = trace(placed);
        for (var rules : List.of("/discounts/rules", "/shipping/rules")) {
            well(shop.owner().get(Api.STAFF + rules))
                    .data()
                    .get("items")
                    .forEach(rule -> well(shop.owner()
                            .delete(Api.STAFF + rules + "/" + rule.get("id").stringValue())));
        }

        assertThat(trace(placed)).isEqualTo(before);

        var items = Api.object();
        items.putArray("items").addObject().put("sku", "ROSE").put("quantity", 3);
        well(shop.key().put(Api.KEYS + "/orders/" + placed.data("id") + "/items", items));
        var anew = trace(placed);
        assertThat(each(anew.get("applied"), "name", "amount")).containsExactly("EID10 1000");
        assertThat(anew.get("lost")).isEmpty();
        assertThat(anew.get("considered")).isEmpty();
    }
}
