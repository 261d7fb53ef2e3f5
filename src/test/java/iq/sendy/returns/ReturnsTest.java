package iq.sendy.returns;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What customers send back: who may ask for how much, and what it does to stock, money and order. */
@Scenario
public class ReturnsTest {

    @Autowired
    Api api;

    Goods goods;
    Shop shop;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        shop = goods.shop();
    }

    @Test
    void what_comes_back_whole_is_stock_again_and_the_order_is_returned() {
        goods.sells("ROSE", 10_000, 5);
        var order = delivered(basket("ROSE", 3));

        var asked = asks(order, "{\"reason\":\"ذابلة\"}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.data("status")).isEqualTo("pending");
        assertThat(asked.data("refundAmount")).isEqualTo("30000");
        assertThat(steps(asked.data("id"), "complete", "{}").faults()).containsExactly("return.status.forbidden");
        assertThat(steps(asked.data("id"), "approve", "{}").data("status")).isEqualTo("approved");
        var done = steps(asked.data("id"), "complete", "{}");

        assertThat(done.data("status")).as(done.text()).isEqualTo("completed");
        assertThat(done.data("items.0.restocked")).isEqualTo("3");
        assertThat(onHand("ROSE")).isEqualTo("5");
        var after = shop.key().get(Api.KEYS + "/orders/" + order);
        assertThat(after.data("status")).isEqualTo("Returned");
        assertThat(after.data("payment.status")).isEqualTo("Refunded");
        assertThat(after.data()
                        .get("timeline")
                        .valueStream()
                        .map(entry -> entry.get("type").stringValue())
                        .toList())
                .endsWith("return", "return", "status", "status");
        assertThat(shop.key()
                        .get(Api.KEYS + "/orders/" + order + "/return-requests")
                        .data("totalCount"))
                .isEqualTo("1");
        assertThat(shop.key()
                        .get(Api.KEYS + "/return-requests?status=completed")
                        .data("totalCount"))
                .isEqualTo("1");
        assertThat(shop.key().get(Api.KEYS + "/return-requests?status=pending").data("totalCount"))
                .isEqualTo("0");
    }

    @Test
    void parts_of_a_discounted_line_add_up_to_what_was_paid() {
        goods.sells("ROSE", 10_000, 5);
        Goods.well(shop.owner()
                .post(
                        Api.STAFF + "/discounts/codes",
                        Api.object()
                                .put("code", "TEN")
                                .put("discountType", "fixed_amount")
                                .put("discountValue", 1_000)));
        var basket = basket("ROSE", 3).put("discountCode", "TEN");
        var order = delivered(basket);
        var paid = shop.key().get(Api.KEYS + "/orders/" + order).data();
        var line = paid.get("items").get(0);
        var refunded = 0L;
        for (var piece = 0; piece < 3; piece++) {
            assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data("status"))
                    .isEqualTo("Delivered");
            var id = asks(order, piece(line.get("id").stringValue(), 1)).data("id");
            steps(id, "approve", "{}");
            refunded += Long.parseLong(steps(id, "complete", "{}").data("refundAmount"));
        }

        assertThat(refunded).isEqualTo(line.get("lineTotal").longValue()).isEqualTo(29_000);
        assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data("status")).isEqualTo("Returned");
    }

    @Test
    void only_delivered_pieces_can_be_asked_for_and_each_once() {
        goods.sells("ROSE", 10_000, 9);
        var early = shop.places(basket("ROSE", 1)).data("id");
        assertThat(asks(early, "{}").faults()).containsExactly("return.not_delivered");
        var order = delivered(basket("ROSE", 3));
        var line = shop.key().get(Api.KEYS + "/orders/" + order).data("items.0.id");

        assertThat(asks(order, piece(line, 4)).faults()).containsExactly("items[0].quantity return.quantity");
        assertThat(asks(order, piece(early, 1)).faults()).containsExactly("items[0].orderItemId order_item.unknown");
        var first = asks(order, piece(line, 2)).data("id");
        assertThat(asks(order, "{}").faults()).containsExactly("return.pending");
        assertThat(steps(first, "reject", "{\"note\":\"مستعملة\"}").data("note"))
                .isEqualTo("مستعملة");
        var second = asks(order, "{}");
        assertThat(second.data("items.0.quantity"))
                .as("a rejection frees the pieces")
                .isEqualTo("3");
        steps(second.data("id"), "approve", "{}");
        assertThat(asks(order, "{}").faults()).containsExactly("items return.quantity");
    }

    @Test
    void damaged_pieces_are_paid_back_and_not_put_on_the_shelf() {
        goods.sells("ROSE", 10_000, 5);
        var order = delivered(basket("ROSE", 3));
        var line = shop.key().get(Api.KEYS + "/orders/" + order).data("items.0.id");
        var id = asks(order, "{}").data("id");
        steps(id, "approve", "{}");

        assertThat(steps(id, "complete", came(line, 3, 1)).faults())
                .containsExactly("items[0].restock return.quantity");
        var done = steps(id, "complete", came(line, 1, 1));

        assertThat(done.data("refundAmount")).as(done.text()).isEqualTo("20000");
        assertThat(onHand("ROSE")).isEqualTo("3");
        assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data("status")).isEqualTo("Delivered");
    }

    @Test
    void good_pieces_that_a_full_row_of_stock_cannot_hold_do_not_come_back() {
        goods.sells("ROSE", 10_000, 5);
        var order = delivered(basket("ROSE", 3));
        var line = shop.key().get(Api.KEYS + "/orders/" + order).data("items.0.id");
        var id = asks(order, "{}").data("id");
        steps(id, "approve", "{}");
        Goods.well(goods.put(
                "/catalog/inventory/" + goods.row("ROSE"), Api.object().put("quantityOnHand", 99_999_998)));

        var refused = steps(id, "complete", "{}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly("items field.out_of_range");
        assertThat(refused.text()).contains("from 0 to 2", "ROSE");
        assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data("status")).isEqualTo("Delivered");
        assertThat(onHand("ROSE")).isEqualTo("99999998");

        assertThat(steps(id, "complete", came(line, 2, 1)).data("status")).isEqualTo("completed");
        assertThat(onHand("ROSE")).isEqualTo("100000000");
    }

    @Test
    void an_order_without_items_comes_back_whole_without_the_fee() {
        var order = delivered(Shop.order().put("deliveryFee", 5_000));
        var asked = asks(order, "{}");

        assertThat(asked.data("refundAmount")).as(asked.text()).isEqualTo("25000");
        assertThat(asked.data().get("items")).isEmpty();
        steps(asked.data("id"), "approve", "{}");
        steps(asked.data("id"), "complete", "{}");
        assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data("status")).isEqualTo("Returned");
    }

    @Test
    void of_two_who_ask_at_once_one_waits_and_of_thirty_who_complete_one_does() {
        goods.sells("ROSE", 10_000, 5);
        var order = delivered(basket("ROSE", 3));

        var asked = Shop.atOnce(2, _ -> asks(order, "{}").status());
        assertThat(asked).containsExactlyInAnyOrder(200, 409);

        var id = shop.key().get(Api.KEYS + "/return-requests").data("items.0.id");
        steps(id, "approve", "{}");
        var completed = Shop.atOnce(30, _ -> steps(id, "complete", "{}").status());
        assertThat(completed).filteredOn(status -> status == 200).hasSize(1);
        assertThat(completed).filteredOn(status -> status == 409).hasSize(29);
        assertThat(onHand("ROSE")).isEqualTo("5");
    }

    @Test
    void another_stores_returns_are_not_there() {
        var order = delivered(Shop.order());
        var id = asks(order, "{}").data("id");
        var other = Shop.opens(api).key();

        for (var path :
                List.of("/return-requests/" + id, "/return-requests/x", "/orders/" + order + "/return-requests")) {
            assertThat(other.get(Api.KEYS + path).status()).as(path).isEqualTo(404);
        }
        assertThat(other.post(Api.KEYS + "/orders/" + order + "/return-request", "{}")
                        .status())
                .isEqualTo(404);
        for (var step : List.of("approve", "reject", "complete")) {
            assertThat(other.post(Api.KEYS + "/return-requests/" + id + "/" + step, "{}")
                            .status())
                    .isEqualTo(404);
        }
    }

    private String delivered(ObjectNode order) {
        var id = Goods.well(shop.places(order)).data("id");
        for (var step : List.of("InTransit", "OutForDelivery", "Delivered")) {
            Goods.well(shop.moves(id, step));
        }
        return id;
    }

    private static ObjectNode basket(String sku, long quantity) {
        var order = Shop.order();
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", sku).put("quantity", quantity);
        return order;
    }

    private static ObjectNode piece(String line, long quantity) {
        var body = Api.object();
        body.putArray("items").addObject().put("orderItemId", line).put("quantity", quantity);
        return body;
    }

    private static ObjectNode came(String line, long restock, long damaged) {
        var body = Api.object();
        body.putArray("items")
                .addObject()
                .put("orderItemId", line)
                .put("restock", restock)
                .put("damaged", damaged);
        return body;
    }

    private Api.Reply asks(String order, Object body) {
        return shop.key().post(Api.KEYS + "/orders/" + order + "/return-request", body);
    }

    private Api.Reply steps(String request, String step, Object body) {
        return shop.key().post(Api.KEYS + "/return-requests/" + request + "/" + step, body);
    }

    private String onHand(String sku) {
        return goods.listed("/catalog/inventory?sku=" + sku, "quantityOnHand").getFirst();
    }
}
