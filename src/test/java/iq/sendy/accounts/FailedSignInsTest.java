package iq.sendy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.SilentLogs;
import iq.sendy.kernel.Phone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An attack on somebody's password, as the owner of the store and the operator see it. */
@Scenario
class FailedSignInsTest {

    @Autowired
    Api api;

    @Autowired
    SignIns signIns;

    @Autowired
    MovableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    private void guess(String phone, String ip) {
        signIns.signIn(new SignIn(Phone.parse(phone).orElseThrow(), "not-it-at-all", ip));
    }

    private static List<JsonNode> seen(Shop shop) {
        return shop.owner()
                .get(Api.STAFF + "/audit-log?action=user.sign_in_failed&pageSize=100")
                .data()
                .get("items")
                .valueStream()
                .toList();
    }

    @Test
    void a_failed_sign_in_is_in_the_log_of_its_store_with_its_address() {
        var shop = Shop.opens(api);

        api.post(
                "/api/v1/auth/login",
                Api.object().put("phone", shop.ownerPhone()).put("password", "not-it-at-all"));

        assertThat(seen(shop)).singleElement().satisfies(entry -> {
            assertThat(entry.get("ip").stringValue()).isEqualTo("127.0.0.1");
            assertThat(entry.get("resourceType").stringValue()).isEqualTo("user");
            assertThat(entry.get("resourceId").isNull()).isFalse();
            assertThat(entry.get("after").get("failures").intValue()).isEqualTo(1);
        });
    }

    @Test
    void a_flood_of_them_does_not_fill_the_log_and_is_counted() {
        var shop = Shop.opens(api);
        for (var i = 0; i < 200; i++) {
            guess(shop.ownerPhone(), "203.0.113." + i);
        }

        assertThat(seen(shop).stream()
                        .map(entry -> entry.get("after").get("failures").intValue()))
                .containsExactly(150, 30, 6, 1);
        assertThat(seen(shop).getFirst().get("ip").stringValue()).isEqualTo("203.0.113.149");
        assertThat(seen(shop).getFirst().get("after").get("refused").booleanValue())
                .isTrue();

        clock.advance(Duration.ofHours(2));
        guess(shop.ownerPhone(), "203.0.113.7");
        clock.reset();
        assertThat(seen(shop)).hasSize(5);
    }

    @Test
    void the_log_of_the_process_names_the_network_and_not_the_phone() {
        var phone = Shop.newPhone();
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            guess(phone, "198.51.100.77");
        } finally {
            root.detachAppender(log);
        }

        assertThat(SilentLogs.heard(log))
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains("198.51.100.77"))
                .singleElement()
                .asString()
                .contains("sign-in")
                .doesNotContain(phone.substring(1));
    }
}
