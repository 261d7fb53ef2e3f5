package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people decide about the agent at a channel, over HTTP. */
@Scenario
class AgentSettingsTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    AgentRules rules;

    private Shop shop;
    private Api key;
    private UUID channel;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("social:read", "social:write"));
        channel = AgentKit.connects(shop);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private String path() {
        return "/social/channels/" + channel + "/agent-settings";
    }

    private JsonNode saves(String body) {
        return well(shop.owner().put(Api.STAFF + path(), Api.object(body))).data();
    }

    private AgentRule rule() {
        var store = new StoreId(UUID.fromString(shop.storeId()));
        return CurrentTenant.in(store, () -> rules.of(store, channel));
    }

    @Test
    void a_channel_begins_with_the_standard() {
        var settings = well(key.get(Api.KEYS + path())).data();

        assertThat(settings.get("mode").stringValue()).isEqualTo("auto");
        assertThat(settings.get("percentage").intValue()).isEqualTo(100);
        assertThat(settings.get("hours")).isEmpty();
        assertThat(settings.get("outsideHours").stringValue()).isEqualTo("hand_over");
        assertThat(settings.get("pausedUntil").isNull()).isTrue();
        assertThat(rule()).isEqualTo(AgentRule.standard(rule().zone()));
    }

    @Test
    void it_is_decided_in_part_and_read_by_the_agent() {
        saves("""
                {"mode":"draft","allowedContacts":["٠٧٧٠ ١٢٣ ٤٥٦٧","IQ.12ab","0770 123 4567"],"percentage":20,
                 "hours":[{"day":"sunday","from":"١٠:٠٠","to":"22:00"},{"day":"MONDAY","from":"20:00","to":"02:00"}]}
                """);
        var later = saves("{\"outsideHours\":\"answer\",\"percentage\":null}");

        assertThat(later.get("mode").stringValue()).isEqualTo("draft");
        assertThat(later.at("/hours/0/day").stringValue()).isEqualTo("monday");
        assertThat(later.at("/hours/1/from").stringValue()).isEqualTo("10:00");
        assertThat(rule().drafts()).isTrue();
        assertThat(rule().rollOut().allowed()).containsExactly("9647701234567", "IQ.12ab");
        assertThat(rule().rollOut().percentage()).isEqualTo(100);
        assertThat(rule().hours().spans()).hasSize(2);
        assertThat(rule().outside()).isEqualTo(OutsideHours.ANSWER);
        assertThat(AgentKit.audited(shop, channel.toString())).startsWith("agent_rule.updated", "agent_rule.updated");
    }

    @Test
    void what_changes_nothing_leaves_no_trace() {
        saves("{\"percentage\":20}");
        saves("{\"percentage\":20}");
        saves("{}");

        assertThat(AgentKit.audited(shop, channel.toString()).stream().filter("agent_rule.updated"::equals))
                .hasSize(1);
    }

    @Test
    void a_pause_is_until_a_time_to_come_and_ends_by_itself() {
        var refused = shop.owner().put(Api.STAFF + path(), Api.object("{\"pausedUntil\":\"2020-01-01T00:00:00Z\"}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly("pausedUntil agent.pause_has_passed");

        var until = clock.instant().plus(Duration.ofMinutes(5));
        saves("{\"pausedUntil\":\"" + until + "\"}");
        assertThat(rule().pausedAt(clock.instant())).isTrue();
        clock.advance(Duration.ofMinutes(6));
        assertThat(rule().pausedAt(clock.instant())).isFalse();
        // What is over may stay where something else is changed, and goes with null.
        saves("{\"mode\":\"draft\"}");
        assertThat(saves("{\"pausedUntil\":null}").get("pausedUntil").isNull()).isTrue();
    }

    @Test
    void every_field_that_is_wrong_is_told_at_once() {
        var wrong = shop.owner().put(Api.STAFF + path(), Api.object("""
                {"mode":"never","percentage":101,"outsideHours":1,"allowedContacts":["",4],"pausedUntil":"soon",
                 "hours":[{"day":"someday","from":"24:30","to":"9:00"},{"day":"sunday"},{"day":"sunday","from":"10:00:00","to":{}}]}
                """));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.faults())
                .containsExactly(
                        "allowedContacts[0] field.required",
                        "allowedContacts[1] field.invalid",
                        "hours[0].day field.unknown_value",
                        "hours[0].from field.invalid",
                        "hours[0].to field.invalid",
                        "hours[1].from field.required",
                        "hours[1].to field.required",
                        "hours[2].from field.too_long",
                        "hours[2].to field.invalid",
                        "mode field.unknown_value",
                        "outsideHours field.invalid",
                        "pausedUntil field.invalid",
                        "percentage field.out_of_range");
    }

    @Test
    void another_stores_channel_is_unknown() {
        var other = Shop.opens(api).owner();

        assertThat(other.get(Api.STAFF + path()).status()).isEqualTo(404);
        assertThat(other.put(Api.STAFF + path(), Api.object("{\"mode\":\"draft\"}"))
                        .status())
                .isEqualTo(404);
        assertThat(other.put(Api.STAFF + path(), Api.object("{\"mode\":\"never\"}"))
                        .status())
                .isEqualTo(404);
        assertThat(rule().drafts()).isFalse();
    }

    @Test
    void of_changes_at_once_none_is_lost() {
        var fields = List.of(
                "{\"mode\":\"draft\"}",
                "{\"percentage\":5}",
                "{\"outsideHours\":\"answer\"}",
                "{\"allowedContacts\":[\"x\"]}");
        Shop.atOnce(4, number -> well(shop.owner().put(Api.STAFF + path(), Api.object(fields.get(number)))));

        assertThat(rule().drafts()).isTrue();
        assertThat(rule().rollOut()).isEqualTo(new RollOut(List.of("x"), 5));
        assertThat(rule().outside()).isEqualTo(OutsideHours.ANSWER);
    }
}
