package iq.sendy.orders;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ArrayNode;

/** What is wrong with a large body takes no more room than the body. */
@Scenario
class FaultListsTest {

    private static final int MEBIBYTE = 1 << 20;

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
    }

    /** So many rows of 200 items that are nothing but wrong. */
    private static String rows(int rows, String mode) {
        var row = "{\"items\":[" + String.join(",", Collections.nCopies(200, "{}")) + "]}";
        return "{\"mode\":\"" + mode + "\",\"orders\":[" + String.join(",", Collections.nCopies(rows, row)) + "]}";
    }

    @Test
    void a_bulk_call_of_nothing_but_faults_answers_and_keeps_little() {
        var keyed = shop.key().withHeader("Idempotency-Key", "faults");
        var body = rows(500, "partial");

        var first = keyed.post(Api.KEYS + "/orders/bulk", body);
        var again = keyed.post(Api.KEYS + "/orders/bulk", body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.data("failed")).isEqualTo("500");
        assertThat(first.bytes()).hasSizeLessThan(MEBIBYTE);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        var results = first.data().get("results");
        assertThat(results)
                .allMatch(
                        row -> !row.get("errors").isEmpty() && row.get("errors").size() <= 20);
        var errors = results.get(0).get("errors");
        assertThat(errors).hasSize(20);
        assertThat(errors.get(18).get("more")).isNull();
        assertThat(errors.get(19).get("more").asLong()).isGreaterThanOrEqualTo(180);
        assertThat(backstage
                        .jdbc()
                        .sql("select max(length(body)) from platform.kept_answer where store_id = :store")
                        .param("store", UUID.fromString(shop.storeId()))
                        .query(Integer.class)
                        .single())
                .isLessThan(MEBIBYTE);
    }

    @Test
    void a_row_that_is_right_is_placed_among_many_that_are_wrong() {
        var body = Api.object(rows(60, "partial"));
        ((ArrayNode) body.get("orders")).add(Shop.order());

        var reply = shop.key().post(Api.KEYS + "/orders/bulk", body);

        assertThat(reply.data("created")).isEqualTo("1");
        assertThat(reply.data("failed")).isEqualTo("60");
        assertThat(reply.data().get("results").get(60).get("success").asBoolean())
                .isTrue();
    }

    @Test
    void a_call_as_a_whole_lists_a_thousand_and_counts_the_rest() {
        var refused = shop.key().post(Api.KEYS + "/orders/bulk", rows(60, "atomic"));

        assertThat(refused.status()).isEqualTo(400);
        var errors = refused.json().get("errors");
        assertThat(errors).hasSize(1_000);
        var more = errors.get(999).get("more").asLong();
        assertThat(more).isGreaterThanOrEqualTo(60 * 200 - 1_000);
        assertThat(refused.json().get("message").stringValue()).contains(Long.toString(1_000 + more));
    }
}
