package iq.sendy.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.jobs.JobAdmin;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.webhooks.Subscription.SubscriptionDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Subscriptions over HTTP: every row, every refusal. */
@Scenario
class SubscriptionsTest {

    private static final String URL = "https://93.184.215.14/hook";

    @Autowired
    Api api;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    JobAdmin jobAdmin;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = Hooks.of(api, shop).key();
    }

    private String subscribes() {
        return key.post(Hooks.PATH, Hooks.to(URL)).data("id");
    }

    @Test
    void a_subscription_is_answered_as_it_was_sent_with_its_secret_once() {
        var made = key.post(
                Hooks.PATH, Hooks.to(URL, "order.created", "ORDER.CREATED").put("description", " محاسبة "));
        var shown = key.get(Hooks.PATH + "/" + made.data("id"));

        assertThat(made.status()).as(made::toString).isEqualTo(200);
        assertThat(made.data("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(made.data("events")).isEqualTo("[\"order.created\"]");
        assertThat(shown.data("url")).isEqualTo(URL);
        assertThat(shown.data("description")).isEqualTo("محاسبة");
        assertThat(shown.data("isEnabled")).isEqualTo("true");
        assertThat(shown.data("disabledReason")).isEqualTo("null");
        assertThat(shown.data("previousSecretExpiresAt")).isEqualTo("null");
        assertThat(shown.toString()).doesNotContain("whsec_");
        assertThat(key.get(Hooks.PATH).data("items.0.id")).isEqualTo(made.data("id"));
        assertThat(key.get(Hooks.PATH).toString()).doesNotContain("whsec_");
    }

    @Test
    void no_events_are_all_events() {
        assertThat(key.post(Hooks.PATH, Api.object().put("url", URL)).data("events"))
                .isEqualTo("[]");
        assertThat(key.post(Hooks.PATH, Api.object().put("url", URL).putNull("events"))
                        .data("events"))
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                 | url field.required
            {"url": null}                                                      | url field.required
            {"url": 5}                                                         | url field.invalid
            {"url": "ftp://example.com/"}                                      | url url.forbidden
            {"url": "http://example.com/"}                                     | url url.forbidden
            {"url": "https://10.0.0.1/hook"}                                   | url url.forbidden
            {"url": "https://169.254.169.254/latest"}                          | url url.forbidden
            {"url": "https://localhost/hook"}                                  | url url.forbidden
            {"url": "https://[::1]/hook"}                                      | url url.forbidden
            {"url": "https://a@93.184.215.14/"}                                | url url.forbidden
            {"url": "https://93.184.215.14/", "events": "order.created"}       | events field.invalid
            {"url": "https://93.184.215.14/", "events": ["order.eaten"]}       | events[0] event.unknown_type
            {"url": "https://93.184.215.14/", "events": ["*"]}                 | events[0] event.unknown_type
            {"url": "https://93.184.215.14/", "isEnabled": "yes"}              | isEnabled field.invalid
            """)
    void what_cannot_be_a_subscription_is_refused(String body, String fault) {
        assertThat(key.post(Hooks.PATH, Api.object(body)).faults()).containsExactly(fault);
    }

    @Test
    void every_fault_is_told_at_once() {
        var refused = key.post(
                Hooks.PATH,
                Api.object("{\"url\": \"https://10.0.0.1/\", \"events\": [\"x\", \"order.created\", \"y\"]}"));

        assertThat(refused.faults())
                .containsExactlyInAnyOrder(
                        "url url.forbidden", "events[0] event.unknown_type", "events[2] event.unknown_type");
    }

    @Test
    void it_is_changed_in_part() {
        var path = Hooks.PATH + "/" + subscribes();

        assertThat(key.put(path, Api.object("{\"events\": [\"order.created\"]}"))
                        .data("url"))
                .isEqualTo(URL);
        assertThat(key.put(path, Api.object("{\"description\": \"x\"}")).data("events"))
                .isEqualTo("[\"order.created\"]");
        assertThat(key.put(path, Api.object("{\"events\": null, \"description\": null}"))
                        .data("events"))
                .isEqualTo("[]");
        assertThat(key.put(path, Api.object("{\"url\": null}")).faults()).containsExactly("url field.required");
        assertThat(key.put(path, Api.object("{\"url\": \"https://127.0.0.2/\"}"))
                        .faults())
                .containsExactly("url url.forbidden");
        var off = key.put(path, Api.object("{\"isEnabled\": false}"));
        assertThat(off.data("isEnabled")).isEqualTo("false");
        assertThat(off.data("disabledReason")).isEqualTo("owner");
        assertThat(key.put(path, Api.object("{\"isEnabled\": true}")).data("disabledReason"))
                .isEqualTo("null");
    }

    @Test
    void it_is_ended_once() {
        var path = Hooks.PATH + "/" + subscribes();

        assertThat(key.delete(path).status()).isEqualTo(200);
        assertThat(key.delete(path).status()).isEqualTo(404);
        assertThat(key.get(path).status()).isEqualTo(404);
        assertThat(key.put(path, Api.object("{\"events\": [\"x\"]}")).status()).isEqualTo(404);
        assertThat(key.post(path + "/rotate-secret", Api.object("{\"overlapSeconds\": -1}"))
                        .status())
                .isEqualTo(404);
        assertThat(key.post(path + "/test").status()).isEqualTo(404);
        assertThat(key.get(path + "/deliveries?status=x").status()).isIn(400, 404);
        assertThat(key.post(path + "/recover", Api.object()).status()).isEqualTo(404);
    }

    @Test
    void a_form_that_is_sent_again_after_its_subscription_was_ended_makes_another() {
        var store = new StoreId(UUID.fromString(shop.storeId()));
        var form = UUID.randomUUID();
        // What it leaves behind is there as long as nobody works.
        jobAdmin.pause(store);

        var first = sends(store, form);
        assertThat(key.delete(Hooks.PATH + "/" + first).status()).isEqualTo(200);
        var second = sends(store, form);

        assertThat(second).isNotEqualTo(first);
        assertThat(key.get(Hooks.PATH).data("items.0.id")).isEqualTo(second.toString());
        jobAdmin.resume(store);
    }

    private UUID sends(StoreId store, UUID form) {
        var command = new CreateSubscription(new SubscriptionDetails(URL, List.of(), null, true));
        var made = CurrentTenant.in(store, () -> subscriptions.createOnce(store, Actor.SYSTEM, form, command));
        return ((CreateSubscription.Result.Created) made).subscription().id();
    }

    @Test
    void another_store_does_not_see_it() {
        var path = Hooks.PATH + "/" + subscribes();
        var stranger = Hooks.of(api, Shop.opens(api)).key();

        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.put(path, Api.object()).status()).isEqualTo(404);
        assertThat(stranger.post(path + "/rotate-secret", Api.object()).status())
                .isEqualTo(404);
        assertThat(stranger.get(path + "/deliveries").status()).isEqualTo(404);
        assertThat(stranger.delete(path).status()).isEqualTo(404);
        assertThat(stranger.get(Hooks.PATH).data("totalCount")).isEqualTo("0");
        assertThat(key.get(path).status()).isEqualTo(200);
    }

    @Test
    void fifty_are_enough_also_when_all_come_at_once() {
        IntStream.range(0, 30).forEach(_ -> subscribes());

        var replies = Shop.atOnce(30, _ -> key.post(Hooks.PATH, Hooks.to(URL)).status());

        assertThat(replies).filteredOn(status -> status == 200).hasSize(20);
        assertThat(replies).filteredOn(status -> status == 409).hasSize(10);
        assertThat(key.post(Hooks.PATH, Hooks.to(URL)).faults()).containsExactly("webhook.limit");
        var first = key.get(Hooks.PATH + "?pageSize=1").data("items.0.id");
        key.delete(Hooks.PATH + "/" + first);
        assertThat(key.post(Hooks.PATH, Hooks.to(URL)).status()).isEqualTo(200);
    }

    @Test
    void five_secrets_may_live_at_once() {
        var path = Hooks.PATH + "/" + subscribes() + "/rotate-secret";
        var first = key.post(path, Api.object());

        assertThat(first.data("secret")).startsWith("whsec_");
        assertThat(first.data("previousSecretExpiresAt")).isNotEqualTo("null");
        for (var i = 0; i < 3; i++) {
            assertThat(key.post(path, Api.object("{\"overlapSeconds\": 600}")).status())
                    .isEqualTo(200);
        }
        assertThat(key.post(path, Api.object()).faults()).containsExactly("overlapSeconds webhook.secret_limit");
        var only = key.post(path, Api.object("{\"overlapSeconds\": 0}"));
        assertThat(only.data("previousSecretExpiresAt")).isEqualTo("null");
        assertThat(key.post(path, Api.object("{\"overlapSeconds\": 604801}")).faults())
                .containsExactly("overlapSeconds field.out_of_range");
    }

    @Test
    void a_rotation_says_when_the_secret_that_it_replaced_ends_and_not_when_an_older_one_does() {
        var subscription = Hooks.PATH + "/" + subscribes();
        var week = key.post(subscription + "/rotate-secret", Api.object("{\"overlapSeconds\": 604800}"));
        var minute = key.post(subscription + "/rotate-secret", Api.object("{\"overlapSeconds\": 60}"));

        assertThat(Instant.parse(minute.data("previousSecretExpiresAt")))
                .isBefore(Instant.parse(week.data("previousSecretExpiresAt")).minus(Duration.ofDays(6)));
        assertThat(key.get(subscription).data("previousSecretExpiresAt"))
                .isEqualTo(minute.data("previousSecretExpiresAt"));
    }

    @Test
    void a_cursor_walks_the_event_types_to_their_end() {
        var path = Hooks.PATH + "/event-types?pageSize=9";
        var first = key.get(path);
        var second = key.get(path + "&cursor=" + first.data("nextCursor"));

        assertThat(first.data("items.8.type")).isEqualTo("product.updated");
        assertThat(second.data("items.0.type")).isEqualTo("product.deleted");
        assertThat(second.data("nextCursor")).isEqualTo("null");
    }

    @Test
    void deliveries_are_counted_on_the_first_page_and_on_none_behind_a_cursor() {
        var path = Hooks.PATH + "/" + subscribes();
        key.put(path, Api.object("{\"isEnabled\": false}"));
        for (var i = 0; i < 3; i++) {
            assertThat(key.post(path + "/test").status()).isEqualTo(200);
        }

        var first = key.get(path + "/deliveries?pageSize=2");
        var second = key.get(path + "/deliveries?pageSize=2&cursor=" + first.data("nextCursor"));

        assertThat(first.data("totalCount")).isEqualTo("3");
        assertThat(second.data("items.0.eventType")).isEqualTo("webhook.test");
        assertThat(second.data("totalCount")).isEqualTo("null");
    }

    @Test
    void event_types_come_with_a_schema_each() {
        var types = key.get(Hooks.PATH + "/event-types").data("items");

        assertThat(types).contains("order.created", "inventory.low", "conversation.message_received", "webhook.test");
        assertThat(types).contains("\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"");
    }
}
