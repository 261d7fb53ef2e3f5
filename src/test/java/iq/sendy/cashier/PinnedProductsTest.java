package iq.sendy.cashier;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What stands on the counter's first page: contract section 8. */
@Scenario
public class PinnedProductsTest {

    private static final String PINNED = "/cashier/pinned";

    @Autowired
    Api api;

    private Goods goods;
    private Api key;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        key = api.withKey(goods.shop().mints("cashier:read", "cashier:write"));
    }

    private String product(String sku) {
        return well(goods.saves(Goods.product(sku).put("price", 2_000))).data("id");
    }

    private List<String> products(int count) {
        return IntStream.range(0, count).mapToObj(i -> product("P" + i)).toList();
    }

    private Api.Reply pins(String product) {
        return key.post(Api.KEYS + PINNED, Api.object().put("storeProductId", product));
    }

    private Api.Reply reorders(List<String> products) {
        var body = Api.object();
        var order = body.putArray("orderedProductIds");
        products.forEach(order::add);
        return key.put(Api.KEYS + PINNED + "/reorder", body);
    }

    private List<String> listed() {
        return well(key.get(Api.KEYS + PINNED + "?pageSize=100"))
                .data()
                .get("items")
                .valueStream()
                .map(pin -> pin.get("storeProductId").stringValue())
                .toList();
    }

    @Test
    void a_pin_shows_what_is_sold_and_the_next_one_stands_behind_it() {
        var rose = product("ROSE");
        var free = well(goods.saves(Goods.product("FREE"))).data("id");

        var first = well(pins(rose));
        assertThat(first.data("storeProductId")).isEqualTo(rose);
        assertThat(first.data("sku")).isEqualTo("ROSE");
        assertThat(first.data("name")).isEqualTo("باقة ROSE");
        assertThat(first.data("price")).isEqualTo("2000");
        assertThat(first.data("sortOrder")).isEqualTo("0");
        var second = well(pins(free));
        assertThat(second.data().get("price").isNull()).isTrue();
        assertThat(second.data("sortOrder")).isEqualTo("1");
        assertThat(listed()).containsExactly(rose, free);
        assertThat(key.get(Api.KEYS + PINNED).data("totalCount")).isEqualTo("2");
        assertThat(goods.shop().owner().get(Api.STAFF + PINNED).data("totalCount"))
                .isEqualTo("2");
    }

    @Test
    void a_place_may_be_named_and_pinning_again_moves() {
        var ids = products(3);
        ids.forEach(id -> well(pins(id)));

        var again = Api.object().put("storeProductId", ids.get(2)).put("sortOrder", "-١");
        var moved = well(key.post(Api.KEYS + PINNED, again));
        assertThat(moved.data("sortOrder")).isEqualTo("-1");
        assertThat(listed()).containsExactly(ids.get(2), ids.get(0), ids.get(1));
        assertThat(well(pins(ids.get(2))).data("id")).isEqualTo(moved.data("id"));
        assertThat(listed()).hasSize(3).startsWith(ids.get(2));
    }

    @Test
    void of_forty_who_pin_at_once_thirty_do() {
        var ids = products(40);

        var pinned = Shop.atOnce(40, i -> pins(ids.get(i)));
        assertThat(pinned).filteredOn(reply -> reply.status() == 200).hasSize(30);
        assertThat(pinned)
                .filteredOn(reply -> reply.status() == 400)
                .hasSize(10)
                .allSatisfy(reply -> assertThat(reply.faults()).containsExactly("pin.limit"));
        assertThat(listed()).hasSize(30).doesNotHaveDuplicates();
        var places = well(key.get(Api.KEYS + PINNED + "?pageSize=100"))
                .data()
                .get("items")
                .valueStream()
                .map(pin -> pin.get("sortOrder").longValue())
                .toList();
        assertThat(places)
                .isEqualTo(IntStream.range(0, 30).mapToObj(Long::valueOf).toList());

        well(pins(listed().getFirst()));
        var first = well(key.get(Api.KEYS + PINNED)).data().at("/items/0/id").stringValue();
        well(key.delete(Api.KEYS + PINNED + "/" + first));
        assertThat(key.delete(Api.KEYS + PINNED + "/" + first).faults()).containsExactly("resource.not_found");
        well(pins(ids.stream().filter(id -> !listed().contains(id)).findFirst().orElseThrow()));
    }

    @Test
    void one_product_that_sixteen_pin_at_once_is_pinned_once() {
        var rose = product("ROSE");

        var pinned = Shop.atOnce(16, _ -> well(pins(rose)).data("id"));
        assertThat(pinned).containsOnly(pinned.getFirst());
        assertThat(listed()).containsExactly(rose);
    }

    @Test
    void reordering_names_exactly_what_is_pinned() {
        var ids = products(4);
        ids.subList(0, 3).forEach(id -> well(pins(id)));

        var turned = new ArrayList<>(ids.subList(0, 3));
        Collections.reverse(turned);
        var reordered = well(reorders(turned));
        assertThat(reordered
                        .data()
                        .get("items")
                        .valueStream()
                        .map(pin -> pin.get("storeProductId").stringValue()))
                .containsExactlyElementsOf(turned);
        assertThat(reordered.data("items.0.sortOrder")).isEqualTo("0");
        assertThat(listed()).isEqualTo(turned);

        assertThat(reorders(List.of(ids.get(0), ids.get(1))).faults()).containsExactly("orderedProductIds pin.missing");
        var refused = reorders(
                List.of(ids.get(0), ids.get(0), ids.get(3), UUID.randomUUID().toString()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults())
                .containsExactly(
                        "orderedProductIds pin.missing",
                        "orderedProductIds[1] pin.repeated",
                        "orderedProductIds[2] pin.unknown",
                        "orderedProductIds[3] pin.unknown");
        assertThat(listed()).isEqualTo(turned);
        well(reorders(turned));
    }

    @Test
    void races_of_reordering_and_pinning_leave_an_order_that_somebody_wanted() {
        var ids = products(6);
        ids.subList(0, 5).forEach(id -> well(pins(id)));

        Shop.atOnce(12, i -> {
            var wanted = new ArrayList<>(ids.subList(0, 5));
            Collections.rotate(wanted, i);
            return i == 6 ? pins(ids.get(5)) : reorders(wanted);
        });
        var left = listed();
        assertThat(left).hasSize(6).last().isEqualTo(ids.get(5));
        assertThat(IntStream.range(0, 5).mapToObj(i -> {
                    var wanted = new ArrayList<>(ids.subList(0, 5));
                    Collections.rotate(wanted, i);
                    return List.copyOf(wanted);
                }))
                .contains(left.subList(0, 5));
    }

    @Test
    void what_is_no_product_here_is_not_pinned_and_what_is_archived_leaves() {
        var others = Goods.opens(api).sells("ROSE", 1_000, 1);
        var gone = product("GONE");
        well(goods.delete("/catalog/products/" + gone));
        for (var wrong : List.of(others, gone, UUID.randomUUID().toString())) {
            var refused = pins(wrong);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.faults()).containsExactly("storeProductId product.unknown");
        }

        var rose = product("ROSE");
        well(pins(rose));
        well(goods.delete("/catalog/products/" + rose));
        assertThat(listed()).isEmpty();
    }

    @Test
    void no_pin_outlives_its_product_that_is_archived_at_the_same_moment() {
        var ids = products(12);

        Shop.atOnce(24, i -> i % 2 == 0 ? pins(ids.get(i / 2)) : goods.delete("/catalog/products/" + ids.get(i / 2)));

        assertThat(listed()).isEmpty();
    }

    @Test
    void wrong_bodies_are_told_at_once() {
        assertThat(key.post(Api.KEYS + PINNED, Api.object().put("sortOrder", 1.5))
                        .faults())
                .containsExactlyInAnyOrder("storeProductId field.required", "sortOrder field.invalid");
        assertThat(key.post(
                                Api.KEYS + PINNED,
                                Api.object().put("storeProductId", "x").put("sortOrder", 1_000_001))
                        .faults())
                .containsExactlyInAnyOrder("storeProductId field.invalid", "sortOrder field.out_of_range");
        assertThat(key.put(Api.KEYS + PINNED + "/reorder", Api.object()).faults())
                .containsExactly("orderedProductIds field.required");
        var broken = Api.object();
        broken.putArray("orderedProductIds").add(1).add("x").addNull();
        assertThat(key.put(Api.KEYS + PINNED + "/reorder", broken).status()).isEqualTo(400);
        ObjectNode many = Api.object();
        var ids = many.putArray("orderedProductIds");
        IntStream.range(0, 31).forEach(_ -> ids.add(UUID.randomUUID().toString()));
        assertThat(key.put(Api.KEYS + PINNED + "/reorder", many).faults())
                .containsExactly("orderedProductIds field.out_of_range");
    }

    @Test
    void a_foreign_pin_is_no_pin_and_rights_are_looked_at() {
        well(pins(product("ROSE")));
        var id = key.get(Api.KEYS + PINNED).data().at("/items/0/id").stringValue();

        var other = api.withKey(Shop.opens(api).mints("cashier:read", "cashier:write"));
        for (var unknown : List.of(id, "x", UUID.randomUUID().toString())) {
            assertThat(other.delete(Api.KEYS + PINNED + "/" + unknown).faults()).containsExactly("resource.not_found");
        }
        var reader = api.withKey(goods.shop().mints("cashier:read"));
        assertThat(reader.delete(Api.KEYS + PINNED + "/" + id).faults()).containsExactly("scope.missing");
        assertThat(listed()).hasSize(1);
        var log = well(goods.shop().owner().get(Api.STAFF + "/audit-log?resourceType=pinned_product"));
        assertThat(log.data("totalCount")).isEqualTo("1");
    }

    @Test
    void pages_go_on_by_cursor() {
        var ids = products(5);
        ids.forEach(id -> well(pins(id)));

        var seen = new ArrayList<String>();
        var path = "?pageSize=2";
        while (true) {
            var page = well(key.get(Api.KEYS + PINNED + path)).data();
            page.get("items").forEach(pin -> seen.add(pin.get("storeProductId").stringValue()));
            if (page.get("nextCursor").isNull()) {
                break;
            }
            path = "?pageSize=2&cursor=" + Goods.encoded(page.get("nextCursor").stringValue());
        }
        assertThat(seen).isEqualTo(ids);
    }
}
