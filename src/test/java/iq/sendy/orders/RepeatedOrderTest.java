package iq.sendy.orders;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.idempotency.IdempotencyStore;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same order sent twice: by idempotency key, and by external reference. */
@Scenario
class RepeatedOrderTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    IdempotencyStore kept;

    @Autowired
    MovableClock clock;

    Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
    }

    @Test
    void twelve_equal_requests_at_once_make_one_order() {
        var keyed = shop.key().withHeader("Idempotency-Key", "double-click");

        var answers = Shop.atOnce(12, _ -> keyed.post(Api.KEYS + "/orders", Shop.order()));

        assertThat(answers).extracting(Api.Reply::status).isSubsetOf(200, 409).contains(200);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).allSatisfy(running -> {
            assertThat(running.faults()).containsExactly("Idempotency-Key idempotency.in_progress");
            assertThat(running.header("Retry-After")).isNotEmpty();
        });
        var first = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(first)
                .allMatch(
                        answer -> Arrays.equals(answer.bytes(), first.getFirst().bytes()));
        assertThat(shop.key().get(Api.KEYS + "/orders").data("totalCount")).isEqualTo("1");
        var again = keyed.post(Api.KEYS + "/orders", Shop.order());
        assertThat(again.bytes()).isEqualTo(first.getFirst().bytes());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_key_with_another_body_or_route_is_a_mistake() {
        var keyed = shop.key().withHeader("Idempotency-Key", "k");
        var first = keyed.post(Api.KEYS + "/orders", Shop.order());

        var other = keyed.post(Api.KEYS + "/orders", Shop.order().put("orderValue", 1));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.faults()).containsExactly("Idempotency-Key idempotency.mismatch");
        assertThat(keyed.delete(Api.KEYS + "/orders/" + first.data("id")).status())
                .isEqualTo(422);
        assertThat(shop.key().get(Api.KEYS + "/orders").data("totalCount")).isEqualTo("1");
    }

    @Test
    void a_refusal_is_not_kept() {
        var keyed = shop.key().withHeader("Idempotency-Key", "k");

        assertThat(keyed.post(Api.KEYS + "/orders", Api.object()).status()).isEqualTo(400);
        assertThat(keyed.post(Api.KEYS + "/orders", Shop.order()).status()).isEqualTo(200);
    }

    @Test
    void a_key_belongs_to_its_store_and_credential() {
        var other = Shop.opens(api);
        var key = "same";
        shop.key().withHeader("Idempotency-Key", key).post(Api.KEYS + "/orders", Shop.order());

        var foreign = other.key().withHeader("Idempotency-Key", key).post(Api.KEYS + "/orders", Shop.order());
        var owner = shop.owner().withHeader("Idempotency-Key", key).post(Api.STAFF + "/orders", Shop.order());

        assertThat(foreign.header("Idempotency-Replayed")).isEmpty();
        assertThat(owner.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void a_repeat_says_the_language_of_the_first_answer() {
        var keyed = shop.key().withHeader("Idempotency-Key", "arabic");
        var english = keyed.withHeader("Accept-Language", "en");
        var first = keyed.withHeader("Accept-Language", "ar").post(Api.KEYS + "/orders", Shop.order());

        var again = english.post(Api.KEYS + "/orders", Shop.order());
        var other = english.post(Api.KEYS + "/orders", Api.object());

        assertThat(first.header("Content-Language")).isEqualTo("ar");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Content-Language")).isEqualTo("ar");
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void an_answer_that_an_older_version_kept_is_repeated_without_a_language() {
        var keyed = shop.key().withHeader("Idempotency-Key", "old row");
        var first = keyed.post(Api.KEYS + "/orders", Shop.order());
        backstage
                .jdbc()
                .sql("update platform.kept_answer set language = null where store_id = :store")
                .param("store", UUID.fromString(shop.storeId()))
                .update();

        var again = keyed.post(Api.KEYS + "/orders", Shop.order());

        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.headers()).doesNotContainKey("content-language");
    }

    @Test
    void a_key_that_cannot_be_one_is_refused() {
        for (var key : new String[] {" ", "k".repeat(256)}) {
            var refused = shop.key().withHeader("Idempotency-Key", key).post(Api.KEYS + "/orders", Shop.order());
            assertThat(refused.status()).as("<%s>", key).isEqualTo(400);
            assertThat(refused.faults()).containsExactly("Idempotency-Key idempotency.key_invalid");
        }
        assertThat(shop.key()
                        .withHeader("Idempotency-Key", "k".repeat(255))
                        .post(Api.KEYS + "/orders", Shop.order())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_kept_answer_is_sealed_and_forgotten_after_seventy_two_hours() {
        var keyed = shop.key().withHeader("Idempotency-Key", "old");
        var first = keyed.post(Api.KEYS + "/orders", Shop.order());
        var stored = backstage
                .jdbc()
                .sql("select body from platform.kept_answer where store_id = :store")
                .param("store", UUID.fromString(shop.storeId()))
                .query(byte[].class)
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("9647701234567");

        backstage
                .jdbc()
                .sql(
                        "update platform.kept_answer set created_at = created_at - interval '73 hours' where store_id = :store")
                .param("store", UUID.fromString(shop.storeId()))
                .update();
        var second = keyed.post(Api.KEYS + "/orders", Shop.order());

        assertThat(second.data("id")).isNotEqualTo(first.data("id"));
    }

    @Test
    void a_bulk_call_is_kept_as_a_whole_with_its_failed_rows() {
        var keyed = shop.key().withHeader("Idempotency-Key", "bulk");
        var body = Api.object();
        body.putArray("orders").add(Shop.order()).add(Api.object()).add(Shop.order());

        var first = keyed.post(Api.KEYS + "/orders/bulk", body);
        var again = keyed.post(Api.KEYS + "/orders/bulk", body);

        assertThat(first.data("created")).isEqualTo("2");
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(shop.key().get(Api.KEYS + "/orders").data("totalCount")).isEqualTo("2");
    }

    @Test
    void past_its_quota_a_store_keeps_of_a_large_answer_only_that_it_was_done() {
        var store = new StoreId(UUID.fromString(shop.storeId()));
        backstage
                .jdbc()
                .sql("insert into platform.store_counter (store_id, name, value) values (:store, 'kept', 67108864)")
                .param("store", store.value())
                .update();
        var keyed = shop.key().withHeader("Idempotency-Key", "large");
        var body = Api.object();
        var orders = body.putArray("orders");
        for (var i = 0; i < 60; i++) {
            orders.add(Shop.order());
        }

        var first = keyed.post(Api.KEYS + "/orders/bulk", body);
        var again = keyed.post(Api.KEYS + "/orders/bulk", body);
        var one = shop.key().withHeader("Idempotency-Key", "small");

        assertThat(first.data("created")).isEqualTo("60");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Content-Language")).isEqualTo("en");
        assertThat(again.data().isNull()).isTrue();
        assertThat(one.post(Api.KEYS + "/orders", Shop.order()).bytes())
                .isEqualTo(one.post(Api.KEYS + "/orders", Shop.order()).bytes());
        assertThat(shop.key().get(Api.KEYS + "/orders").data("totalCount")).isEqualTo("61");

        assertThat(kept(store)).as("a short form takes no room").isEqualTo(67_108_864);
        CurrentTenant.in(store, () -> {
            kept.recount(store);
            return store;
        });
        var afterCount = shop.key().withHeader("Idempotency-Key", "counted anew");
        assertThat(afterCount.post(Api.KEYS + "/orders/bulk", body).bytes())
                .isEqualTo(afterCount.post(Api.KEYS + "/orders/bulk", body).bytes());
    }

    /** Counted anew with each thousand, a store of many would be counted for as long as it is purged. */
    @Test
    void what_is_forgotten_gives_back_its_own_room_and_nothing_else_is_counted() {
        var store = new StoreId(UUID.fromString(shop.storeId()));
        for (var answer : List.of("('old', 6000, 4)", "('older', 100, 4)", "('young', 5000, 1)")) {
            backstage
                    .jdbc()
                    .sql("""
                            insert into platform.kept_answer (store_id, credential, key, fingerprint, body, created_at)
                            select :store, 'c', a.key, '', convert_to(repeat('x', a.size), 'UTF8'),
                                   now() - make_interval(days => a.days)
                            from (values\s""" + answer + ") as a (key, size, days)")
                    .param("store", store.value())
                    .update();
        }
        backstage
                .jdbc()
                .sql("insert into platform.store_counter (store_id, name, value) values (:store, 'kept', 12000)")
                .param("store", store.value())
                .update();

        assertThat(CurrentTenant.in(store, () -> kept.forget(store))).isEqualTo(2);
        assertThat(kept(store)).isEqualTo(6_000);
    }

    private long kept(StoreId store) {
        return backstage
                .jdbc()
                .sql("select value from platform.store_counter where store_id = :store and name = 'kept'")
                .param("store", store.value())
                .query(Long.class)
                .single();
    }

    @Test
    void a_repeated_reference_makes_another_order_that_says_so() {
        var first = shop.places(Shop.order().put("externalRef", "IG-1"));
        var second = shop.places(Shop.order().put("externalRef", "IG-1"));

        assertThat(first.data("duplicateExternalRef")).isEqualTo("false");
        assertThat(second.data("duplicateExternalRef")).isEqualTo("true");
        assertThat(second.data("id")).isNotEqualTo(first.data("id"));
        assertThat(shop.key().get(Api.KEYS + "/orders?externalRef=IG-1").data("totalCount"))
                .isEqualTo("2");
    }

    @Test
    void a_store_that_forbids_repeats_gets_the_first_order_back_or_a_conflict() {
        forbidRepeats();
        var first = shop.places(Shop.order().put("externalRef", "IG-1"));
        var same = shop.places(Shop.order().put("externalRef", "IG-1").put("customerPhone", "+9647701234567"));
        var other = shop.places(Shop.order().put("externalRef", "IG-1").put("orderValue", 1));

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.data("id")).isEqualTo(first.data("id"));
        assertThat(same.data("duplicateExternalRef")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.faults()).containsExactly("externalRef externalRef.conflict");
        var rows = Api.object().put("mode", "atomic");
        rows.putArray("orders")
                .add(Shop.order())
                .add(Shop.order().put("externalRef", "IG-1").put("orderValue", 1));
        assertThat(shop.key().post(Api.KEYS + "/orders/bulk", rows).faults())
                .containsExactly("orders[1].externalRef externalRef.conflict");
        assertThat(shop.key()
                        .post(Api.KEYS + "/orders/bulk", rows.put("mode", "partial"))
                        .data("failed"))
                .isEqualTo("1");
        assertThat(shop.key().get(Api.KEYS + "/orders").data("totalCount")).isEqualTo("2");
    }

    @Test
    void of_twenty_with_one_reference_at_once_one_makes_the_order() {
        forbidRepeats();

        var answers = Shop.atOnce(20, _ -> shop.places(Shop.order().put("externalRef", "IG-9")));

        assertThat(answers).extracting(Api.Reply::status).containsOnly(200);
        assertThat(answers.stream().map(answer -> answer.data("id")).distinct()).hasSize(1);
        assertThat(shop.key().get(Api.KEYS + "/orders").data("totalCount")).isEqualTo("1");
    }

    private void forbidRepeats() {
        backstage
                .jdbc()
                .sql("""
                        insert into stores.settings
                            (store_id, currency_code, timezone, country_code, language, default_delivery_fee,
                             require_order_confirmation, unique_external_ref, ask_for_price, default_weight_grams,
                             low_stock_threshold, created_at, updated_at)
                        values (:store, 'IQD', 'Asia/Baghdad', 'IQ', 'ar', 0, false, true, false, 1000, 5, now(), now())
                        """)
                .param("store", UUID.fromString(shop.storeId()))
                .update();
    }
}
