package iq.sendy.channels.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.billing.AiProvider;
import iq.sendy.channels.AccountProof;
import iq.sendy.channels.AccountStanding;
import iq.sendy.channels.ChannelCondition;
import iq.sendy.channels.ChannelView;
import iq.sendy.channels.ChannelView.AgentChoice;
import iq.sendy.channels.ChannelView.ChannelAccess;
import iq.sendy.channels.ChannelView.ChannelAccount;
import iq.sendy.channels.ChannelView.ChannelDetails;
import iq.sendy.channels.ChannelView.ChannelTrouble;
import iq.sendy.channels.model.ChannelWarnings.Deployment;
import iq.sendy.meta.ChannelType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelWarningsTest {

    private static final Instant NOW = Instant.parse("2028-05-01T12:00:00Z");
    private static final Deployment GOOD = new Deployment("https://shop.example", true, LocalDate.of(2029, 1, 1));

    private static ChannelView channel(@Nullable Instant tokenEnd, ChannelTrouble trouble) {
        return new ChannelView(
                UUID.randomUUID(),
                new ChannelAccount(ChannelType.WHATSAPP, "1", null),
                new ChannelDetails("x", new AgentChoice(AiProvider.SANDBOX, "sandbox-1", null, true), true),
                new ChannelAccess(false, NOW, tokenEnd, null),
                trouble,
                NOW,
                NOW);
    }

    private static List<String> warnings(@Nullable Instant tokenEnd, ChannelTrouble trouble, Deployment deployment) {
        return warnings(channel(tokenEnd, trouble), AccountStanding.PROVEN, null, deployment);
    }

    private static List<String> warnings(
            ChannelView channel, AccountStanding standing, @Nullable String code, Deployment deployment) {
        return ChannelWarnings.of(channel, new AccountProof(standing, code, NOW), deployment, NOW).stream()
                .map(warning -> warning.text().substring("channel_warning_".length()) + warning.fillings())
                .toList();
    }

    @Test
    void a_good_channel_has_none() {
        assertThat(warnings(null, ChannelTrouble.NONE, GOOD)).isEmpty();
        assertThat(warnings(NOW.plus(Duration.ofDays(8)), ChannelTrouble.NONE, GOOD))
                .isEmpty();
    }

    @Test
    void what_the_deployment_lacks_is_told() {
        var lacking = new Deployment("http://localhost:8080", false, LocalDate.of(2028, 7, 29));

        assertThat(warnings(null, ChannelTrouble.NONE, lacking))
                .containsExactly("no_app_secret[]", "not_https[http://localhost:8080]", "version_ends[2028-07-29]");
        assertThat(warnings(null, ChannelTrouble.NONE, new Deployment("https://x", true, LocalDate.of(2028, 7, 31))))
                .as("ninety days are not begun")
                .isEmpty();
        assertThat(warnings(null, ChannelTrouble.NONE, new Deployment("https://x", true, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OWN_SECRET, , ''",
        "ASSUMED, , ''",
        "PROVEN, , ''",
        "UNPROVEN, , account_unproven[]",
        "UNPROVEN, 100, account_refused[100]",
        "DISPLACED, , account_displaced[]"
    })
    void an_account_that_is_not_proved_is_told_with_what_to_do(
            AccountStanding standing, @Nullable String code, String told) {
        var channel = channel(null, ChannelTrouble.NONE);

        assertThat(String.join("", warnings(channel, standing, code, GOOD))).isEqualTo(told);
        assertThat(warnings(channel, standing, code, new Deployment("https://x", false, null)))
                .as("where nothing would vouch for it, that comes first")
                .containsExactly("no_app_secret[]");
    }

    @Test
    void a_token_is_told_of_once() {
        var ended = new ChannelTrouble(ChannelCondition.AUTH_BROKEN, null, NOW);

        assertThat(warnings(NOW.plus(Duration.ofDays(7)), ChannelTrouble.NONE, GOOD))
                .containsExactly("token_expires[2028-05-08]");
        assertThat(warnings(NOW, ChannelTrouble.NONE, GOOD)).containsExactly("token_expired[]");
        assertThat(warnings(NOW, ended, GOOD)).containsExactly("token_expired[]");
        assertThat(warnings(NOW, new ChannelTrouble(ChannelCondition.AUTH_BROKEN, "190", NOW), GOOD))
                .containsExactly("auth_broken[190]");
    }

    @Test
    void what_meta_holds_against_it_comes_with_its_code() {
        assertThat(warnings(null, new ChannelTrouble(ChannelCondition.POLICY, "368", NOW), GOOD))
                .containsExactly("policy[368]");
        assertThat(warnings(null, new ChannelTrouble(ChannelCondition.BILLING, "131042", NOW), GOOD))
                .containsExactly("billing[131042]");
    }
}
