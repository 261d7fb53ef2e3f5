package iq.sendy.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The events of a store as a feed: every one, once, in the order of commits. */
@Scenario
public class FeedTest {

    private static final String EVENTS = Api.KEYS + "/events";

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    EventFeed feed;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = Hooks.of(api, shop).key();
    }

    private List<String> all(String query) {
        var ids = new ArrayList<String>();
        for (var next = ""; next != null; ) {
            var page = key.get(EVENTS + "?" + query + next);
            assertThat(page.status()).as(page::toString).isEqualTo(200);
            page.data()
                    .get("items")
                    .forEach(event -> ids.add(event.get("event_id").stringValue()));
            next = page.data().get("nextCursor").isNull()
                    ? null
                    : "&after=" + page.data().get("nextCursor").stringValue();
        }
        return ids;
    }

    @Test
    void it_pages_by_the_last_event_and_begins_at_the_oldest() {
        for (var i = 0; i < 5; i++) {
            shop.placesOne();
        }
        var ids = all("per_page=2");

        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
        assertThat(all("per_page=2&cursor=" + ids.get(3)).getFirst()).isEqualTo(ids.get(4));
        assertThat(key.get(EVENTS + "?after=" + ids.getLast())
                        .data()
                        .get("items")
                        .size())
                .isZero();
        assertThat(key.get(EVENTS).data("pageSize")).isEqualTo("100");
    }

    @Test
    void what_is_unknown_foreign_or_expired_is_not_found() {
        shop.placesOne();
        var mine = all("").getFirst();
        var stranger = Hooks.of(api, Shop.opens(api)).key();

        assertThat(stranger.get(EVENTS + "?after=" + mine).status()).isEqualTo(404);
        assertThat(key.get(EVENTS + "?after=evt_" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(key.get(EVENTS + "?after=nonsense").status()).isEqualTo(404);
        assertThat(key.get(EVENTS + "?per_page=101").faults()).containsExactly("per_page paging.invalid");
        assertThat(key.get(EVENTS + "?pageSize=0").faults()).containsExactly("pageSize paging.invalid");
        backstage
                .jdbc()
                .sql("update webhooks.event set recorded_at = now() - interval '31 days' where store_id = :store")
                .param("store", UUID.fromString(shop.storeId()))
                .update();
        assertThat(key.get(EVENTS + "?after=" + mine).status()).isEqualTo(404);
        assertThat(all("")).isEmpty();
    }

    @Test
    void orders_that_come_at_once_leave_no_gap_and_no_double() {
        Shop.atOnce(30, _ -> shop.places(Shop.order()).status());

        assertThat(all("per_page=7")).hasSize(30).doesNotHaveDuplicates();
        var positions = backstage
                .jdbc()
                .sql("select feed_position from webhooks.event where store_id = :store order by feed_position")
                .param("store", UUID.fromString(shop.storeId()))
                .query(Long.class)
                .list();
        assertThat(positions.getFirst()).isEqualTo(1);
        assertThat(positions.getLast()).isEqualTo(30);
    }

    @Test
    void a_refused_order_tells_nothing() {
        shop.places(Shop.order().put("customerPhone", "911"));
        shop.places(Shop.order().put("discountCode", "NONE"));

        assertThat(all("")).isEmpty();
    }

    @Test
    void every_body_is_what_its_schema_says() {
        var goods = Goods.of(shop);
        goods.sells("ROSE", 5_000, 7);
        goods.put("/catalog/products/" + goods.listed("/catalog/products", "id").getFirst(), "{\"name\":\"وردة\"}");
        var order = Shop.order();
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", 3);
        var placed = shop.places(order);
        shop.key().put(Api.KEYS + "/orders/" + placed.data("id"), Shop.order().put("customerAddress", "المنصور"));
        for (var step : List.of("Confirmed", "InTransit", "OutForDelivery", "Delivered")) {
            shop.moves(placed.data("id"), step);
        }
        var asked = shop.key().post(Api.KEYS + "/orders/" + placed.data("id") + "/return-request");
        shop.key().post(Api.KEYS + "/return-requests/" + asked.data("id") + "/approve");
        shop.key().post(Api.KEYS + "/return-requests/" + asked.data("id") + "/complete");
        shop.moves(shop.placesOne(), "Cancelled");
        goods.delete(
                "/catalog/products/" + goods.listed("/catalog/products", "id").getFirst());

        var schemas = schemas();
        var seen = new HashMap<String, Integer>();
        var sequences = new HashMap<String, List<Integer>>();
        for (var event : key.get(EVENTS).data().get("items")) {
            var type = event.get("event_type").stringValue();
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schemas.get(type));
            assertThat(schema.validate(event)).as(event.toString()).isEmpty();
            seen.merge(type, 1, Integer::sum);
            sequences
                    .computeIfAbsent(event.at("/resource/id").stringValue(), _ -> new ArrayList<>())
                    .add(event.at("/resource/sequence").intValue());
        }
        assertThat(seen)
                .containsOnlyKeys(
                        "product.created",
                        "product.updated",
                        "product.deleted",
                        "inventory.updated",
                        "inventory.low",
                        "order.created",
                        "order.updated",
                        "order.status_changed",
                        "order.delivered",
                        "order.cancelled",
                        "return_request.created",
                        "return_request.updated");
        assertThat(sequences.values()).allSatisfy(numbers -> {
            for (var i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).as("%s", numbers).isEqualTo(i + 1);
            }
        });
    }

    @Test
    void what_is_older_than_thirty_days_is_forgotten_with_all_that_was_noted_of_it() {
        var store = new StoreId(UUID.fromString(shop.storeId()));
        hooksOf(shop);
        shop.placesOne();
        shop.placesOne();

        assertThat(CurrentTenant.in(
                        store, () -> feed.forget(store, Instant.now().minus(Duration.ofDays(30)))))
                .isZero();
        assertThat(CurrentTenant.in(
                        store, () -> feed.forget(store, Instant.now().plus(Duration.ofDays(1)))))
                .isEqualTo(2);
        for (var table : List.of("webhooks.event", "webhooks.delivery", "webhooks.attempt", "jobs.job")) {
            assertThat(backstage
                            .jdbc()
                            .sql("select count(*) from " + table + " where store_id = :store")
                            .param("store", store.value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private void hooksOf(Shop listening) {
        var made = Hooks.of(api, listening)
                .key()
                .post(Hooks.PATH, Hooks.to("https://93.184.215.14/hook").put("isEnabled", false));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
    }

    private Map<String, JsonNode> schemas() {
        var schemas = new HashMap<String, JsonNode>();
        key.get(Hooks.PATH + "/event-types")
                .data()
                .get("items")
                .forEach(type -> schemas.put(type.get("type").stringValue(), type.get("schema")));
        return schemas;
    }
}
