package iq.sendy.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ArrayNode;

/** Five hundred orders as Iraqi shops write them, through the API and back. */
@Scenario
class FiveHundredOrdersTest {

    @Autowired
    Api api;

    @Test
    void five_hundred_orders_are_taken_and_each_wrong_row_is_told_why() throws IOException {
        var shop = Shop.opens(api);
        var body = Files.readString(Path.of("examples/orders-500.json"));

        var answer = shop.key().post(Api.KEYS + "/orders/bulk", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.data("created")).isEqualTo("470");
        assertThat(answer.data("existing")).isEqualTo("6");
        assertThat(answer.data("failed")).isEqualTo("24");
        for (var row : rows("orders-500-expected.tsv")) {
            var result = answer.data().get("results").get(Integer.parseInt(row[0]));
            assertThat(result.get("success").booleanValue()).as("row " + row[0]).isFalse();
            assertThat(result.get("errors")).as("row " + row[0]).hasSize(1);
            assertThat(result.get("errors").get(0).get("field").stringValue()).isEqualTo(row[1]);
            assertThat(result.get("errors").get(0).get("code").stringValue()).isEqualTo(row[2]);
        }
        for (var row : rows("orders-500-duplicates.tsv")) {
            var result = answer.data().get("results").get(Integer.parseInt(row[0]));
            var first = answer.data().get("results").get(Integer.parseInt(row[1]));
            assertThat(result.get("duplicateExternalRef").booleanValue()).isTrue();
            assertThat(result.get("id")).isEqualTo(first.get("id"));
        }
        var listed = shop.key().get(Api.KEYS + "/orders?per_page=100");
        assertThat(listed.data("totalCount")).isEqualTo("470");
    }

    @Test
    void an_atomic_call_with_one_wrong_row_stores_nothing() throws IOException {
        var shop = Shop.opens(api);
        var body = Api.object(Files.readString(Path.of("examples/orders-500.json")));

        var refused = shop.key().post(Api.KEYS + "/orders/bulk", body.put("mode", "atomic"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults()).hasSize(24).allMatch(fault -> fault.startsWith("orders["));
        assertThat(shop.key().get(Api.KEYS + "/orders").data("totalCount")).isEqualTo("0");
    }

    @Test
    void rows_keep_their_order_and_number() {
        var shop = Shop.opens(api);
        var body = Api.object();
        var orders = body.putArray("orders");
        for (var i = 0; i < 30; i++) {
            orders.add(Shop.order().put("externalRef", "R" + i));
        }

        var answer = shop.key().post(Api.KEYS + "/orders/bulk", body);

        assertThat(answer.data("created")).isEqualTo("30");
        var newestFirst =
                shop.key().get(Api.KEYS + "/orders?per_page=100").data().get("items");
        for (var i = 0; i < 30; i++) {
            var order = newestFirst.get(29 - i);
            assertThat(order.get("externalRef").stringValue()).isEqualTo("R" + i);
            assertThat(order.get("number").longValue()).isEqualTo(i + 1L);
        }
    }

    @Test
    void a_call_without_rows_or_with_more_than_five_hundred_is_refused() {
        var shop = Shop.opens(api);
        var many = Api.object();
        ArrayNode rows = many.putArray("orders");
        for (var i = 0; i < 501; i++) {
            rows.add(Shop.order());
        }

        assertThat(shop.key().post(Api.KEYS + "/orders/bulk", many).faults())
                .containsExactly("orders field.out_of_range");
        assertThat(shop.key().post(Api.KEYS + "/orders/bulk", "{\"orders\":[]}").faults())
                .containsExactly("orders field.out_of_range");
        assertThat(shop.key().post(Api.KEYS + "/orders/bulk", "{}").faults()).containsExactly("orders field.required");
        assertThat(shop.key()
                        .post(Api.KEYS + "/orders/bulk", "{\"orders\":[1]}")
                        .data("failed"))
                .isEqualTo("1");
    }

    private static List<String[]> rows(String file) throws IOException {
        try (var bytes = FiveHundredOrdersTest.class.getResourceAsStream("/" + file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }
}
