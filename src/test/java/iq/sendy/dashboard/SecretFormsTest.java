package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.Visitor.Shown;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms whose answer shows a secret once, tapped twice: whichever answer the browser keeps, it has what is in use. */
@Scenario
class SecretFormsTest {

    private static final String KEYS = "/app/settings/keys/new";
    private static final String WEBHOOKS = "/app/settings/webhooks/";
    private static final String CHANNELS = "/app/settings/channels/";
    private static final Pattern KEY = Pattern.compile("sk_[0-9A-Za-z]{22}\\.[0-9A-Za-z_-]{43}");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\" value=\"([^\"]+)\"");
    private static final AtomicLong ACCOUNTS = new AtomicLong(104_900_000_000_000L);

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        clock.reset();
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
    }

    private int count(String listed) {
        return Integer.parseInt(well(shop.owner().get(Api.STAFF + listed)).data("totalCount"));
    }

    private String newest(String listed) {
        return well(shop.owner().get(Api.STAFF + listed)).data("items.0.id");
    }

    private static String secret(Shown page) {
        var secret = SECRET.matcher(page.text());
        assertThat(secret.find()).as(page::toString).isTrue();
        return secret.group(1);
    }

    private Map<String, String> webhook() {
        var fields = new HashMap<>(owner.opens(WEBHOOKS + "new").unseen());
        fields.putAll(Map.of("url", "https://127.0.0.1:1/hook", "events", "order.created"));
        return fields;
    }

    private Map<String, String> channel() {
        var fields = new HashMap<>(owner.opens(CHANNELS + "new").unseen());
        fields.putAll(Map.of(
                "channelType", "WhatsApp",
                "displayName", "واتساب المتجر",
                "externalAccountId", Long.toString(ACCOUNTS.incrementAndGet()),
                "accessToken", "EAAGcanary0token0of0a0form",
                "appSecret", "canary0secret0of0a0form",
                "aiProviderCode", "sandbox",
                "aiModelCode", "sandbox-1",
                "isAgentEnabled", "false"));
        return fields;
    }

    /** The page that asks whether it shall be done, answered. */
    private Map<String, String> sure(String path) {
        var asked = owner.sends(path, Map.of("_csrf", owner.opens(KEYS).token()));
        var fields = new HashMap<>(asked.unseen());
        fields.put("sure", "yes");
        return fields;
    }

    private List<String> secretsOfTwelve(String path, Map<String, String> fields) {
        return Shop.atOnce(12, _ -> secret(owner.sends(path, fields)));
    }

    private void is_shown_for_minutes_alone(String path, Map<String, String> fields, String secret) {
        clock.advance(Duration.ofMinutes(9));
        assertThat(secret(owner.sends(path, fields))).isEqualTo(secret);
        clock.advance(Duration.ofMinutes(1));
        assertThat(owner.sends(path, fields).text()).doesNotContain(secret);
    }

    @Test
    void twelve_of_a_webhook_at_once_make_one_whose_secret_each_answer_shows() {
        var fields = webhook();

        var secrets = secretsOfTwelve(WEBHOOKS + "new", fields);

        assertThat(secrets).allMatch(secrets.getFirst()::equals);
        assertThat(count("/webhooks")).isEqualTo(1);

        var others = new HashMap<>(fields);
        others.put("events", "order.updated");
        assertThat(secret(owner.sends(WEBHOOKS + "new", others))).isNotEqualTo(secrets.getFirst());
        assertThat(count("/webhooks")).isEqualTo(2);
        is_shown_for_minutes_alone(WEBHOOKS + "new", fields, secrets.getFirst());
    }

    @Test
    void twelve_rotations_of_a_webhook_at_once_are_one_whose_secret_each_answer_shows() {
        var made = webhook();
        var first = secret(owner.sends(WEBHOOKS + "new", made));
        var path = WEBHOOKS + newest("/webhooks") + "/secret";
        var fields = sure(path);

        var secrets = secretsOfTwelve(path, fields);

        assertThat(secrets).allMatch(secrets.getFirst()::equals).doesNotContain(first);
        assertThat(secret(owner.sends(path, sure(path)))).isNotEqualTo(secrets.getFirst());
        assertThat(owner.sends(WEBHOOKS + "new", made).text()).doesNotContain(first);
        assertThat(secret(owner.sends(path, fields))).isNotIn(first, secrets.getFirst());
    }

    @Test
    void an_old_question_shows_no_secret_of_a_webhook_that_is_in_use() {
        owner.sends(WEBHOOKS + "new", webhook());
        var path = WEBHOOKS + newest("/webhooks") + "/secret";
        var fields = sure(path);

        is_shown_for_minutes_alone(path, fields, secret(owner.sends(path, fields)));
    }

    @Test
    void twelve_of_a_channel_at_once_connect_it_once_and_each_answer_shows_its_token() {
        var fields = channel();

        var tokens = secretsOfTwelve(CHANNELS + "new", fields);

        assertThat(tokens).allMatch(tokens.getFirst()::equals);
        assertThat(count("/social/channels")).isEqualTo(1);

        var others = new HashMap<>(fields);
        others.put("accessToken", "EAAGanother0token0of0a0form");
        assertThat(owner.sends(CHANNELS + "new", others).status()).isEqualTo(409);
        is_shown_for_minutes_alone(CHANNELS + "new", fields, tokens.getFirst());
    }

    @Test
    void twelve_rotations_of_a_channel_at_once_are_one_whose_token_each_answer_shows() {
        var made = channel();
        var first = secret(owner.sends(CHANNELS + "new", made));
        var path = CHANNELS + newest("/social/channels") + "/token";
        var fields = sure(path);

        var tokens = secretsOfTwelve(path, fields);

        assertThat(tokens).allMatch(tokens.getFirst()::equals).doesNotContain(first);
        assertThat(owner.sends(CHANNELS + "new", made).status()).isEqualTo(409);
        is_shown_for_minutes_alone(path, fields, tokens.getFirst());
    }

    @Test
    void a_channel_that_was_disconnected_is_connected_anew_by_the_same_form() {
        var fields = channel();
        var first = secret(owner.sends(CHANNELS + "new", fields));
        well(shop.owner().delete(Api.STAFF + "/social/channels/" + newest("/social/channels")));

        assertThat(secret(owner.sends(CHANNELS + "new", fields))).isNotEqualTo(first);
    }

    private static String key(Shown page) {
        var key = KEY.matcher(page.text());
        assertThat(key.find()).isTrue();
        return key.group();
    }

    @Test
    void twelve_of_a_key_at_once_make_one_that_each_answer_shows() {
        var fields = new HashMap<>(owner.opens(KEYS).unseen());
        fields.putAll(Map.of("name", "المتجر", "scopes", "orders:read"));
        var before = count("/api-keys");

        var answers = Shop.atOnce(12, _ -> owner.sends(KEYS, fields));

        var key = key(answers.getFirst());
        assertThat(answers).allMatch(answer -> key(answer).equals(key));
        assertThat(key).doesNotContain(fields.get("once"));
        assertThat(count("/api-keys")).isEqualTo(before + 1);
        well(api.withKey(key).get(Api.KEYS + "/orders"));
    }

    @Test
    void a_key_of_another_name_or_shop_or_after_a_revocation_is_another() {
        var fields = new HashMap<>(owner.opens(KEYS).unseen());
        fields.putAll(Map.of("name", "المتجر", "scopes", "orders:read"));
        var key = key(owner.sends(KEYS, fields));
        var others = new HashMap<>(fields);
        others.put("name", "المحاسب");
        var stranger = Visitor.of(api, Shop.opens(api));
        var abroad = new HashMap<>(fields);
        abroad.put("_csrf", stranger.opens(KEYS).token());

        assertThat(key(owner.sends(KEYS, others))).isNotEqualTo(key);
        assertThat(key(stranger.sends(KEYS, abroad))).isNotEqualTo(key);
        assertThat(key(owner.sends(KEYS, fields))).isEqualTo(key);

        var keys = well(shop.owner().get(Api.STAFF + "/api-keys"));
        var id = keys.data("items.1.id");
        assertThat(key).startsWith(keys.data("items.1.keyId"));
        well(shop.owner().post(Api.STAFF + "/api-keys/" + id + "/revoke", Api.object()));
        var anew = key(owner.sends(KEYS, fields));
        assertThat(anew).isNotEqualTo(key);
        well(api.withKey(anew).get(Api.KEYS + "/orders"));
    }

    @Test
    void an_old_form_shows_no_key_that_is_in_use() {
        var fields = new HashMap<>(owner.opens(KEYS).unseen());
        fields.putAll(Map.of("name", "المتجر", "scopes", "orders:read"));
        var key = key(owner.sends(KEYS, fields));
        clock.advance(Duration.ofMinutes(9));
        assertThat(key(owner.sends(KEYS, fields))).isEqualTo(key);

        clock.advance(Duration.ofMinutes(1));
        assertThat(key(owner.sends(KEYS, fields))).isNotEqualTo(key);
    }
}
