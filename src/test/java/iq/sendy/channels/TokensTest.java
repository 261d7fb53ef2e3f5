package iq.sendy.channels;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphManner;
import iq.sendy.jobs.Schedule;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** The life of access tokens: renewed while they can be, and told of when they cannot. */
@Scenario
public class TokensTest {

    private static final String PATH = Api.KEYS + "/social/channels";
    private static final AtomicLong NUMBERS = new AtomicLong(178_400_000_000_000L);

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    List<Schedule> schedules;

    @Autowired
    ChannelSecrets secrets;

    @Autowired
    TransactionTemplate transactions;

    private Shop shop;
    private Api key;
    private String account;
    private String token;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("social:read", "social:write"));
        account = Long.toString(NUMBERS.incrementAndGet());
        token = "IGAA0token0of0" + account;
        FakeGraph.shared().instagram(account, token);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private String connects(@Nullable String type, @Nullable String login, @Nullable Duration life) {
        ObjectNode body = Api.object()
                .put("channelType", type)
                .put("externalAccountId", account)
                .put("displayName", "x")
                .put("accessToken", token)
                .put("aiProviderCode", "sandbox")
                .put("aiModelCode", "sandbox-1");
        if (login != null) {
            body.put("instagramLogin", login);
        }
        if (life != null) {
            body.put("tokenExpiresAt", clock.instant().plus(life).toString());
        }
        var made = key.post(PATH, body);
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        return made.data("id");
    }

    private void looksAfterTokens() {
        schedules.stream()
                .filter(schedule -> schedule.name().equals("channels.look-after-tokens"))
                .forEach(schedule -> schedule.run(clock.instant()));
    }

    private String tokenOf(String channel) {
        var store = new StoreId(UUID.fromString(shop.storeId()));
        return CurrentTenant.in(
                store,
                () -> transactions.execute(_ -> secrets.account(store, UUID.fromString(channel))
                        .orElseThrow()
                        .accessToken()));
    }

    private Api.Reply shown(String channel) {
        return key.get(PATH + "/" + channel);
    }

    private boolean asked() {
        return !FakeGraph.shared().calls(account).isEmpty();
    }

    @Test
    void a_token_that_soon_ends_is_renewed_and_kept_sealed() {
        FakeGraph.shared().renews(token, token + "new");
        var channel = connects("Instagram", null, Duration.ofDays(10));
        looksAfterTokens();
        clock.advance(Duration.ofHours(25));
        looksAfterTokens();

        until("the token is renewed", () -> tokenOf(channel).equals(token + "new"));
        var end = Instant.parse(shown(channel).data("tokenExpiresAt"));
        assertThat(end).isAfter(clock.instant().plus(Duration.ofDays(30)));
        assertThat(shown(channel).data("health.status")).isEqualTo("Well");
        clock.reset();
        assertThat(shop.owner().get(Api.STAFF + "/audit-log?per_page=100").text())
                .contains("social_channel.access_token_renewed")
                .doesNotContain(token);
    }

    @Test
    void a_token_of_which_nobody_knows_the_end_is_renewed_after_a_day_and_its_end_is_known_then() {
        FakeGraph.shared().renews(token, token + "new");
        var channel = connects("Instagram", "Instagram", null);
        clock.advance(Duration.ofHours(25));
        looksAfterTokens();

        until("its end is known", () -> !shown(channel).data("tokenExpiresAt").equals("null"));
    }

    @Test
    void a_token_that_meta_refuses_to_renew_breaks_the_channel_until_there_is_another() {
        var channel = connects("Instagram", null, Duration.ofDays(10));
        FakeGraph.shared().next(account, GraphManner.refuses(400, 190, "Session has expired"));
        clock.advance(Duration.ofHours(25));
        looksAfterTokens();

        until(
                "the channel is broken",
                () -> shown(channel).data("health.status").equals("AuthBroken"));
        assertThat(shown(channel).data("health.code")).isEqualTo("190");
        var healed = key.patch(PATH + "/" + channel, Api.object().put("accessToken", token + "2"));
        assertThat(healed.data("health.status")).isEqualTo("Well");
    }

    @Test
    void a_token_whose_end_has_come_breaks_the_channel() {
        var channel = connects("WhatsApp", null, Duration.ofDays(3));
        var end = shown(channel).data("tokenExpiresAt");
        clock.advance(Duration.ofDays(4));
        assertThat(shown(channel).data("warnings")).contains("has ended");
        looksAfterTokens();

        assertThat(shown(channel).data("health.status")).isEqualTo("AuthBroken");
        assertThat(shown(channel).data("health.code")).isEqualTo("null");
        assertThat(shown(channel).data("health.since")).isEqualTo(end);
        assertThat(shown(channel).data("warnings")).containsOnlyOnce("has ended");
    }

    @Test
    void a_token_that_lives_long_or_cannot_be_renewed_is_left_alone() {
        var channel = connects("Instagram", "Facebook", Duration.ofDays(10));
        clock.advance(Duration.ofHours(25));
        looksAfterTokens();

        assertThat(tokenOf(channel)).isEqualTo(token);
        assertThat(asked()).isFalse();
    }
}
