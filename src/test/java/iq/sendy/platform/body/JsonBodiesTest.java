package iq.sendy.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** JSON of strangers: what a parser stumbles over, and what costs more than it weighs. */
@Scenario
class JsonBodiesTest {

    private static final String LOGIN = "/api/v1/auth/login";
    private static final String BULK = Api.KEYS + "/orders/bulk";

    /** Three bytes, and an object each. */
    private static final String FLOOD = "{\"x\":[" + "{},".repeat((1 << 20) / 3 - 10) + "{}]}";

    @Autowired
    Api api;

    @Test
    void a_number_beyond_every_exponent_is_refused_wherever_it_stands() {
        for (var number :
                List.of("1e2147483648", "-1e2147483648", "1e-2147483649", "1.5E+99999999999", "0e9999999999")) {
            for (var body : List.of("{\"x\":%s}", "{\"phone\":%s}", "{\"a\":{\"b\":[1,%s]}}")) {
                var reply = api.post(LOGIN, body.formatted(number));
                assertThat(reply.status())
                        .as(number + " in " + body + ": " + reply)
                        .isEqualTo(400);
            }
        }
        assertThat(api.post(LOGIN, "{\"x\":1e2147483647}").faults()).contains("phone field.required");
    }

    @Test
    void a_row_of_a_bulk_call_is_no_exception() {
        var shop = Shop.opens(api);
        var reply = shop.key().post(BULK, "{\"orders\":[{\"orderValue\":1e2147483648}]}");
        assertThat(reply.status()).as(reply::toString).isEqualTo(400);
    }

    @Test
    void a_body_of_nothing_but_brackets_is_malformed() {
        assertThat(api.post(LOGIN, FLOOD).faults()).containsExactly("json.malformed");
        var shop = Shop.opens(api);
        var large = "{\"orders\":[" + "{},".repeat(3 << 20) + "{}]}";
        assertThat(shop.key().post(BULK, large).faults()).containsExactly("json.malformed");
    }

    /** The most that the contract lets a client send: its brackets are no reason to refuse it. */
    @Test
    void five_hundred_orders_of_two_hundred_lines_are_read() {
        var shop = Shop.opens(api);
        var line = "{\"sku\":\"NO-SUCH\",\"productId\":null,\"quantity\":1,\"unitPrice\":1}";
        var items = IntStream.range(0, 200).mapToObj(_ -> line).collect(Collectors.joining(",", "[", "]"));
        var order = Shop.order();
        order.remove("orderValue");
        var row = order.toString().replaceFirst("}$", ",\"items\":") + items + "}";
        // One row too many is refused by its count, once all of it was read.
        var rows = IntStream.rangeClosed(0, 500).mapToObj(_ -> row).collect(Collectors.joining(","));
        var body = "{\"orders\":[" + rows + "]}";

        assertThat(body.length()).isLessThan(Body.BULK);
        assertThat(shop.key().post(BULK, body).faults()).containsExactly("orders field.out_of_range");
    }

    @Test
    void a_name_twice_is_malformed_also_deep_inside_and_empty() {
        for (var body : List.of("{\"a\":1,\"a\":1}", "{\"x\":[{\"\":1,\"\":2}]}", "{\"a\":null,\"a\":null}")) {
            assertThat(api.post(LOGIN, body).faults()).as(body).containsExactly("json.malformed");
        }
    }

    @Test
    void a_field_that_nobody_knows_is_ignored_however_long_its_name_is() {
        for (var length : List.of(201, 100_000, 1_000_000)) {
            assertThat(api.post(LOGIN, "{\"" + "x".repeat(length) + "\":1}").faults())
                    .as(length + " characters")
                    .contains("phone field.required");
        }
        for (var body : List.of("{}{}", "{} x", "")) {
            assertThat(api.post(LOGIN, body).faults()).as(body).containsExactly("json.malformed");
        }
    }

    @Test
    void sixty_sign_ins_full_of_brackets_keep_nobody_waiting() throws Exception {
        assertThat(api.get("/api/v1/address-reference/provinces").status()).isEqualTo(200);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var flood = IntStream.range(0, 60)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> api.post(LOGIN, FLOOD), threads))
                    .toList();
            var longest = Duration.ZERO;
            while (!flood.stream().allMatch(CompletableFuture::isDone)) {
                var began = System.nanoTime();
                assertThat(api.get("/api/v1/address-reference/provinces").status())
                        .isEqualTo(200);
                var took = Duration.ofNanos(System.nanoTime() - began);
                longest = took.compareTo(longest) > 0 ? took : longest;
            }
            assertThat(longest).isLessThan(Duration.ofSeconds(5));
            for (var sent : flood) {
                assertThat(sent.get().status()).as(sent.get()::toString).isIn(400, 429, 503);
            }
        }
    }
}
