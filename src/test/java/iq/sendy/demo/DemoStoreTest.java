package iq.sendy.demo;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import iq.sendy.access.Scope;
import iq.sendy.orders.OrderStatus;
import iq.sendy.platform.database.DatabaseSettings;
import iq.sendy.stores.Stores;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The demo store is a demo: a month that is worth looking at, and is looked at with its key. */
@Scenario
class DemoStoreTest {

    @Autowired
    Api api;

    @Autowired
    DemoStore demo;

    @Autowired
    Stores stores;

    @Autowired
    Backstage backstage;

    @Autowired
    DatabaseSettings database;

    /** As the program that copied it from the block. */
    private Api key;

    /** Once for all tests of this class: a second time its phone and slug are taken. */
    @BeforeEach
    void open() throws IOException {
        var file = database.dataDirectory().resolve("demo.txt");
        if (!Files.exists(file)) {
            demo.fill();
        }
        var line = Files.readAllLines(file).stream()
                .filter(each -> each.strip().startsWith("API key"))
                .findFirst()
                .orElseThrow();
        key = api.withKey(line.strip().substring("API key".length()).strip());
    }

    @Test
    void orders_of_a_month_are_in_every_status_and_no_day_is_empty() {
        for (var status : OrderStatus.values()) {
            assertThat(total("/orders?status=" + status)).as(status.toString()).isPositive();
        }
        assertThat(total("/orders?source=Social")).isGreaterThan(20);
        var month = total("/orders");
        assertThat(month).isGreaterThan(200);
        assertThat(total("/orders?to=" + Instant.now().minus(Duration.ofDays(32))))
                .isZero();
        assertThat(total("/orders?from=" + Instant.now().plusSeconds(1))).isZero();
        for (var week = 0; week < 4; week++) {
            var from = Instant.now().minus(Duration.ofDays(7L * (week + 1)));
            var to = Instant.now().minus(Duration.ofDays(7L * week));
            assertThat(total("/orders?from=" + from + "&to=" + to))
                    .as("week " + week)
                    .isGreaterThan(30);
        }
    }

    @Test
    void what_happened_to_an_order_has_its_own_times() {
        var delivered =
                items("/orders?status=Delivered&source=Social").findFirst().orElseThrow();
        var order = get("/orders/" + delivered.get("id").stringValue()).data();

        var times = order.get("timeline")
                .valueStream()
                .map(entry -> Instant.parse(entry.get("occurredAt").stringValue()))
                .toList();
        assertThat(times).isSorted().hasSizeGreaterThan(2);
        assertThat(times.getFirst()).isBefore(times.getLast());
        assertThat(order.get("createdAt").stringValue())
                .isEqualTo(order.at("/timeline/0/occurredAt").stringValue());
        assertThat(order.get("updatedAt").stringValue())
                .isEqualTo(order.get("timeline")
                        .get(times.size() - 1)
                        .get("occurredAt")
                        .stringValue());
    }

    @Test
    void the_desk_has_somebody_to_call_and_codes_and_rules_are_used() {
        assertThat(total("/orders?confirmation=due")).isPositive();
        assertThat(items("/discounts/codes"))
                .anyMatch(code -> code.get("usedCount").longValue() > 0);
        assertThat(items("/discounts/rules")).hasSizeGreaterThan(1);
        assertThat(items("/shipping/rules")).hasSizeGreaterThan(2);
        assertThat(items("/orders?per_page=100"))
                .anyMatch(order -> order.get("notes").isString());
        assertThat(get("/settings").data("pickupAddress")).isNotEqualTo("null");
    }

    @Test
    void its_shop_is_open_and_named_where_people_begin() throws IOException {
        var shop = get("/storefront");
        assertThat(shop.data("isPublished")).isEqualTo("true");
        assertThat(shop.data("theme")).isEqualTo("flowers");
        assertThat(shop.data("contactPhone")).isEqualTo("9647700000000");
        for (var field :
                List.of("description", "deliveryPromise", "policies.returns", "policies.shipping", "seo.title")) {
            assertThat(shop.data(field)).as(field).isNotEqualTo("null").isNotBlank();
        }
        assertThat(shop.data().get("faqs").size()).isEqualTo(5);
        assertThat(shop.data().get("socialLinks").propertyNames()).contains("instagram", "whatsapp");
        var cover = shop.data("coverImageUrl");
        assertThat(api.get(cover.substring(cover.indexOf("/media/"))).status()).isEqualTo(200);

        var reader = api.withHeader("Accept", "text/html");
        assertThat(Files.readString(database.dataDirectory().resolve("demo.txt")))
                .contains("/s/flora-baghdad", "/simulator");
        assertThat(reader.get("/").text()).contains("href=\"/s/flora-baghdad\"");
        var page = reader.get("/s/flora-baghdad");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("فلورا بغداد");
    }

    @Test
    void customers_wrote_by_both_channels_and_some_of_them_wait() {
        assertThat(items("/social/channels"))
                .hasSize(2)
                .allMatch(channel -> channel.get("webhookVerifiedAt").isString());
        var conversations = items("/social/conversations?per_page=100").toList();
        assertThat(conversations).hasSize(8);
        for (var status : List.of("Open", "Resolved")) {
            assertThat(total("/social/conversations?status=" + status))
                    .as(status)
                    .isPositive();
        }
        assertThat(conversations)
                .anyMatch(conversation -> conversation.get("unreadCount").intValue() > 0);
        assertThat(conversations)
                .anyMatch(conversation -> conversation.get("assignedUserId").isString());
        assertThat(conversations)
                .anyMatch(conversation -> !conversation.get("labels").isEmpty());
        assertThat(total("/social/replies")).isEqualTo(5);
        for (var conversation : conversations) {
            var messages = get("/social/conversations/" + conversation.get("id").stringValue())
                    .data()
                    .get("messages");
            var times = messages.valueStream()
                    .map(message -> Instant.parse(message.get("createdAt").stringValue()))
                    .toList();
            assertThat(times).isNotEmpty().isSorted();
        }
        assertThat(conversations)
                .anyMatch(conversation -> Instant.parse(
                                conversation.get("createdAt").stringValue())
                        .isBefore(Instant.now().minus(Duration.ofDays(11))));
    }

    @Test
    void the_agent_answers_what_customers_wrote_last_and_leaves_one_to_people() {
        assertThat(total("/social/knowledge")).isEqualTo(4);
        until(
                "the agent is done",
                () -> items("/social/jobs")
                                .filter(job -> job.get("finishedAt").isString())
                                .count()
                        == 3);
        assertThat(items("/social/jobs").map(job -> job.get("state").stringValue()))
                .containsExactlyInAnyOrder("Done", "Done", "HandedOff");
        assertThat(items("/social/jobs?state=Done"))
                .allMatch(job -> job.get("inputTokens").longValue() > 0);
    }

    @Test
    void every_product_has_a_picture_that_is_there() {
        assertThat(items("/products?per_page=100")).isNotEmpty().allSatisfy(product -> {
            var url = product.get("imageUrls").get(0).stringValue();
            var picture = api.get(url.substring(url.indexOf("/media/")));
            assertThat(picture.status()).isEqualTo(200);
            assertThat(picture.bytes().length).isLessThan(150_000);
        });
    }

    @Test
    void the_shop_has_a_picture_above_it() {
        var url = get("/storefront").data("coverImageUrl");
        var picture = api.get(url.substring(url.indexOf("/media/")) + "?w=1080");
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.bytes().length).isLessThan(150_000);
    }

    @Test
    void returns_are_asked_for_decided_and_come() {
        for (var status : List.of("rejected", "completed")) {
            assertThat(total("/return-requests?status=" + status)).as(status).isPositive();
        }
    }

    @Test
    void customers_buy_again_and_some_are_described() {
        assertThat(items("/customers?per_page=100"))
                .anyMatch(customer -> customer.get("ordersCount").longValue() > 5);
        assertThat(items("/customers?per_page=100"))
                .anyMatch(customer -> !customer.get("tags").isEmpty());
    }

    @Test
    void the_counter_was_open_each_day_and_is_open_now() {
        var sessions = items("/cashier/sessions?per_page=100").toList();

        assertThat(sessions).hasSizeGreaterThan(28);
        assertThat(sessions)
                .filteredOn(session -> session.get("status").stringValue().equals("Open"))
                .hasSize(1);
        assertThat(sessions)
                .anyMatch(session -> session.get("difference").isNumber()
                        && session.get("difference").longValue() != 0);
        assertThat(total("/orders?source=Pos")).isGreaterThan(80);
        assertThat(items("/cashier/pinned")).isNotEmpty();
    }

    @Test
    void goods_were_bought_and_money_was_spent() {
        assertThat(items("/suppliers"))
                .hasSize(2)
                .anyMatch(supplier -> supplier.get("balance").longValue() > 0);
        for (var status : List.of("Draft", "Sent", "PartiallyReceived", "Received", "Cancelled")) {
            assertThat(total("/purchase-orders?status=" + status)).as(status).isPositive();
        }
        assertThat(total("/expenses")).isGreaterThan(15);
    }

    @Test
    void the_figures_are_worth_looking_at() {
        var summary = get("/analytics/summary").data();

        assertThat(summary.get("orders").longValue()).isGreaterThan(200);
        assertThat(summary.get("deliveryRate").decimalValue()).isBetween(new BigDecimal("0.7"), new BigDecimal("0.99"));
        assertThat(summary.get("revenue").longValue()).isGreaterThan(5_000_000);
        assertThat(summary.get("profit").longValue()).isPositive();
        assertThat(summary.get("calls")).isNotEmpty();
    }

    @Test
    void its_key_has_every_scope() {
        assertThat(items("/api-keys").findFirst().orElseThrow().get("scopes"))
                .hasSize(Scope.every().size());
    }

    @Test
    void ledgers_counters_and_customers_agree() {
        var store = stores.findBySlug("flora-baghdad").orElseThrow().id();

        Invariants.hold(backstage.jdbc(), store.value());
    }

    private Api.Reply get(String path) {
        var reply = key.get(Api.KEYS + path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private Stream<JsonNode> items(String path) {
        return get(path).data().get("items").valueStream();
    }

    private long total(String path) {
        return get(path).data().get("totalCount").longValue();
    }
}
