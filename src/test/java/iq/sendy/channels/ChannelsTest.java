package iq.sendy.channels;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.accounts.Registrations;
import iq.sendy.billing.Operators;
import iq.sendy.channels.store.ChannelSecretStore;
import iq.sendy.channels.store.ChannelStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.GraphError;
import iq.sendy.meta.GraphErrorClass;
import iq.sendy.platform.sealing.SecretBox;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Channels over HTTP: every row, every refusal, and Meta's handshake. */
@Scenario
public class ChannelsTest {

    private static final String PATH = Api.KEYS + "/social/channels";
    private static final String HOOK = "/api/v1/webhooks/social/";
    private static final String TOKEN = "EAAGcanary0token0of0a0channel";
    private static final String SECRET = "canary0secret0of0an0app";
    private static final AtomicLong ACCOUNTS = new AtomicLong(104_500_000_000_000L);

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    @Autowired
    ChannelDirectory directory;

    @Autowired
    ChannelSecrets secrets;

    @Autowired
    ChannelHealth health;

    @Autowired
    ChannelStore channels;

    @Autowired
    ChannelSecretStore sealed;

    @Autowired
    SecretBox box;

    @Autowired
    Pipeline pipeline;

    @Autowired
    Registrations registrations;

    @Autowired
    TransactionTemplate transactions;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = keyOf(shop);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private Api keyOf(Shop other) {
        return api.withKey(other.mints("social:read", "social:write"));
    }

    private static String account() {
        return Long.toString(ACCOUNTS.incrementAndGet());
    }

    private static ObjectNode channel(String account) {
        return Api.object()
                .put("channelType", "WhatsApp")
                .put("externalAccountId", account)
                .put("displayName", "واتساب المتجر")
                .put("accessToken", TOKEN)
                .put("aiProviderCode", "sandbox")
                .put("aiModelCode", "sandbox-1");
    }

    private Api.Reply connects(ObjectNode body) {
        var made = key.post(PATH, body);
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        return made;
    }

    private String connects() {
        return connects(channel(account()).put("appSecret", SECRET)).data("id");
    }

    private StoreId store(Shop of) {
        return new StoreId(UUID.fromString(of.storeId()));
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return CurrentTenant.in(store(shop), () -> transactions.execute(_ -> work.get()));
    }

    @Test
    void a_channel_is_answered_as_it_was_sent_with_its_verify_token_once_and_its_secrets_never() {
        var account = account();
        var made = connects(Api.object("""
                        {"channelType": "whatsapp", "displayName": " متجر ", "aiProviderCode": "SANDBOX",
                         "aiModelCode": "any", "systemPromptOverride": "بلطف", "isEnabled": false,
                         "isAgentEnabled": false, "tokenExpiresAt": "2030-01-31", "id": "x", "webhookVerifiedAt": "x"}
                        """)
                .put("externalAccountId", account)
                .put("accessToken", TOKEN)
                .put("appSecret", SECRET));
        var read = key.get(PATH + "/" + made.data("id"));

        assertThat(made.data("channelType")).isEqualTo("WhatsApp");
        assertThat(made.data("externalAccountId")).isEqualTo(account);
        assertThat(made.data("displayName")).isEqualTo("متجر");
        assertThat(made.data("aiProviderCode")).isEqualTo("sandbox");
        assertThat(made.data("aiModelCode")).isEqualTo("any");
        assertThat(made.data("systemPromptOverride")).isEqualTo("بلطف");
        assertThat(made.data("isEnabled")).isEqualTo("false");
        assertThat(made.data("isAgentEnabled")).isEqualTo("false");
        assertThat(made.data("tokenExpiresAt")).isEqualTo("2030-01-31T21:00:00.000Z");
        assertThat(made.data("webhookVerifyToken")).matches("[A-Za-z0-9_-]{43}");
        assertThat(made.data("webhookUrl")).endsWith("/api/v1/webhooks/social/whatsapp");
        assertThat(made.data("webhookVerifiedAt")).isEqualTo("null");
        assertThat(made.data("hasAppSecret")).isEqualTo("true");
        assertThat(made.data("health.status")).isEqualTo("Well");
        var shown = made.data().deepCopy();
        ((ObjectNode) shown).remove("webhookVerifyToken");
        assertThat(read.data()).isEqualTo(shown);
        assertThat(key.get(PATH).data().get("items").get(0)).isEqualTo(shown);
        assertThat(shop.owner()
                        .get(Api.STAFF + "/social/channels/" + made.data("id"))
                        .data())
                .isEqualTo(shown);
        for (var answer : List.of(made, read, key.get(PATH))) {
            assertThat(answer.text()).doesNotContain(TOKEN, SECRET);
        }
    }

    @Test
    void what_is_left_out_has_its_default() {
        var made = connects(channel(account()));
        var instagram = connects(channel(account()).put("channelType", "Instagram"));

        assertThat(made.data("isEnabled")).isEqualTo("true");
        assertThat(made.data("isAgentEnabled")).isEqualTo("true");
        assertThat(made.data("hasAppSecret")).isEqualTo("false");
        for (var absent :
                new String[] {"systemPromptOverride", "tokenExpiresAt", "webhookVerifiedAt", "instagramLogin"}) {
            assertThat(made.data(absent)).as(absent).isEqualTo("null");
        }
        assertThat(instagram.data("instagramLogin")).isEqualTo("Instagram");
        assertThat(instagram.data("webhookUrl")).endsWith("/api/v1/webhooks/social/instagram");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            channelType       | null                    | channelType field.required
            channelType       | "Telegram"              | channelType field.unknown_value
            channelType       | 5                       | channelType field.invalid
            externalAccountId | null                    | externalAccountId field.required
            externalAccountId | " "                     | externalAccountId field.required
            externalAccountId | "0"                     | externalAccountId field.invalid
            externalAccountId | "../me"                 | externalAccountId field.invalid
            externalAccountId | 104512345678901         | externalAccountId field.invalid
            displayName       | null                    | displayName field.required
            accessToken       | null                    | accessToken field.required
            accessToken       | ""                      | accessToken field.required
            accessToken       | "a b"                   | accessToken field.invalid
            accessToken       | "a\\r\\nX: y"           | accessToken field.invalid
            accessToken       | {}                      | accessToken field.invalid
            appSecret         | "سر"                    | appSecret field.invalid
            appSecret         | 17                      | appSecret field.invalid
            aiProviderCode    | null                    | aiProviderCode field.required
            aiProviderCode    | "gemini"                | aiProviderCode field.unknown_value
            aiModelCode       | null                    | aiModelCode field.required
            instagramLogin    | "Instagram"             | instagramLogin field.invalid
            instagramLogin    | "Google"                | instagramLogin field.unknown_value
            tokenExpiresAt    | "soon"                  | tokenExpiresAt field.invalid
            isEnabled         | "yes"                   | isEnabled field.invalid
            isAgentEnabled    | 1                       | isAgentEnabled field.invalid
            """)
    void what_cannot_be_a_channel_is_refused(String field, String value, String fault) {
        var body = channel(account());
        body.set(field, Api.object("{\"v\": " + value + "}").get("v"));

        assertThat(key.post(PATH, body).faults()).containsExactly(fault);
        assertThat(key.get(PATH).data("totalCount")).isEqualTo("0");
    }

    @Test
    void what_is_too_long_is_refused_and_not_repeated() {
        var refused = key.post(
                PATH,
                channel("1".repeat(101))
                        .put("displayName", "م".repeat(201))
                        .put("accessToken", "t".repeat(4_097))
                        .put("appSecret", "s".repeat(201))
                        .put("aiModelCode", "m".repeat(101))
                        .put("systemPromptOverride", "p".repeat(5_001)));

        assertThat(refused.faults())
                .containsExactly(
                        "accessToken field.too_long",
                        "aiModelCode field.too_long",
                        "appSecret field.too_long",
                        "displayName field.too_long",
                        "externalAccountId field.too_long",
                        "systemPromptOverride field.too_long");
        assertThat(refused.text()).doesNotContain("ttt", "sss");
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThat(key.post(PATH, Api.object()).faults())
                .containsExactly(
                        "accessToken field.required",
                        "aiModelCode field.required",
                        "aiProviderCode field.required",
                        "channelType field.required",
                        "displayName field.required",
                        "externalAccountId field.required");
        assertThat(key.post(PATH, "[]").status()).isEqualTo(400);
        assertThat(key.post(PATH, "{").faults()).containsExactly("json.malformed");
    }

    @Test
    void a_channel_is_changed_in_part() {
        var made = connects(channel(account()).put("systemPromptOverride", "x"));
        var path = PATH + "/" + made.data("id");

        assertThat(key.patch(path, Api.object("{\"displayName\": \"آخر\"}")).data("systemPromptOverride"))
                .isEqualTo("x");
        var cleared = key.patch(path, Api.object("{\"systemPromptOverride\": null, \"isEnabled\": false}"));
        assertThat(cleared.data("displayName")).isEqualTo("آخر");
        assertThat(cleared.data("systemPromptOverride")).isEqualTo("null");
        assertThat(cleared.data("isEnabled")).isEqualTo("false");
        assertThat(key.patch(path, Api.object("{\"isEnabled\": null}")).data("isEnabled"))
                .isEqualTo("true");
        assertThat(key.patch(path, Api.object("{\"appSecret\": \"" + SECRET + "\"}"))
                        .data("hasAppSecret"))
                .isEqualTo("true");
        assertThat(key.patch(path, Api.object("{\"appSecret\": null}")).data("hasAppSecret"))
                .isEqualTo("false");
        assertThat(key.patch(path, Api.object()).status()).isEqualTo(200);
        assertThat(key.get(path).text()).doesNotContain("webhookVerifyToken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"displayName": null}                | displayName field.required
            {"accessToken": null}                | accessToken field.required
            {"aiModelCode": null}                | aiModelCode field.required
            {"externalAccountId": null}          | externalAccountId field.required
            {"channelType": "Instagram"}         | channelType field.invalid
            {"instagramLogin": "Facebook"}       | instagramLogin field.invalid
            {"isEnabled": "no"}                  | isEnabled field.invalid
            """)
    void a_change_that_cannot_be_is_refused(String body, String fault) {
        var path = PATH + "/" + connects();
        var before = key.get(path).data();

        assertThat(key.patch(path, Api.object(body)).faults()).containsExactly(fault);
        assertThat(key.get(path).data()).isEqualTo(before);
    }

    @Test
    void another_stores_channel_answers_as_an_unknown_one() {
        var id = connects();
        var stranger = keyOf(Shop.opens(api));

        for (var unknown : List.of(id, "0195b1c2-7a3e-7c41-9d52-3f0a6b8e1d27", "x")) {
            var path = PATH + "/" + unknown;
            assertThat(stranger.get(path).faults()).containsExactly("resource.not_found");
            assertThat(stranger.patch(path, Api.object("{\"displayName\": null}"))
                            .faults())
                    .containsExactly("resource.not_found");
            assertThat(stranger.delete(path).faults()).containsExactly("resource.not_found");
            assertThat(stranger.post(path + "/rotate-token").faults()).containsExactly("resource.not_found");
            assertThat(stranger.post(path + "/toggle-agent", Api.object()).faults())
                    .containsExactly("resource.not_found");
        }
        assertThat(stranger.get(PATH).data("totalCount")).isEqualTo("0");
        assertThat(key.get(PATH + "/" + id).data("displayName")).isEqualTo("واتساب المتجر");
    }

    @Test
    void the_agent_is_switched_off_and_on() {
        var path = PATH + "/" + connects();

        assertThat(key.post(path + "/toggle-agent", Api.object().put("enabled", false))
                        .data("isAgentEnabled"))
                .isEqualTo("false");
        assertThat(key.get(path).data("isAgentEnabled")).isEqualTo("false");
        assertThat(key.post(path + "/toggle-agent", Api.object().put("enabled", true))
                        .data("isAgentEnabled"))
                .isEqualTo("true");
        assertThat(key.post(path + "/toggle-agent", Api.object()).faults()).containsExactly("enabled field.required");
        assertThat(key.post(path + "/toggle-agent", Api.object().put("enabled", "x"))
                        .faults())
                .containsExactly("enabled field.invalid");
    }

    @Test
    void a_store_connects_an_account_once_and_again_when_it_was_disconnected() {
        var account = account();
        var path =
                PATH + "/" + connects(channel(account).put("appSecret", SECRET)).data("id");

        var again = key.post(PATH, channel(account).put("appSecret", "another"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.faults()).containsExactly("externalAccountId social_channel.account_taken");
        assertThat(key.delete(path).data().isNull()).isTrue();
        assertThat(key.delete(path).status()).isEqualTo(404);
        assertThat(key.get(path).status()).isEqualTo(404);
        assertThat(key.patch(path, Api.object()).status()).isEqualTo(404);
        connects(channel(account));
        assertThat(key.get(PATH).data("totalCount")).isEqualTo("1");
        // The same number at another service is another account.
        connects(channel(account).put("channelType", "Instagram"));
    }

    @Test
    void two_stores_share_an_account_when_one_has_a_secret_of_its_own_and_otherwise_not() {
        var account = account();
        var other = keyOf(Shop.opens(api));
        var third = keyOf(Shop.opens(api));
        connects(channel(account));

        assertThat(other.post(PATH, channel(account)).faults())
                .containsExactly("externalAccountId social_channel.account_taken");
        var shared = other.post(PATH, channel(account).put("appSecret", SECRET));
        assertThat(shared.status()).isEqualTo(200);
        assertThat(third.post(PATH, channel(account).put("appSecret", SECRET)).status())
                .isEqualTo(200);
        assertThat(other.patch(PATH + "/" + shared.data("id"), Api.object().putNull("appSecret"))
                        .faults())
                .containsExactly("externalAccountId social_channel.account_taken");
        assertThat(entered(account)).isEqualTo(3);
        assertThat(directory.owners(ChannelType.WHATSAPP, List.of(account, account, "none")))
                .as("who has proved nothing takes nothing")
                .hasSize(2);
        assertThat(directory.owners(ChannelType.INSTAGRAM, List.of(account))).isEmpty();
    }

    /** How many channels have the account, whether they take its deliveries or not. */
    private long entered(String account) {
        return backstage
                .jdbc()
                .sql("select count(*) from channels.account_owner where external_account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    @Test
    void a_race_for_an_account_has_one_winner() {
        var account = account();
        var keys = List.of(key, keyOf(Shop.opens(api)), keyOf(Shop.opens(api)));

        var made = Shop.atOnce(9, i -> keys.get(i % 3).post(PATH, channel(account)));

        assertThat(made).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(made).filteredOn(reply -> reply.status() == 409).hasSize(8);
        assertThat(entered(account)).isOne();
    }

    @Test
    void a_race_to_take_the_own_secret_off_has_one_winner() {
        var account = account();
        var others = List.of(key, keyOf(Shop.opens(api)), keyOf(Shop.opens(api)));
        var paths = others.stream()
                .map(one -> PATH + "/"
                        + one.post(PATH, channel(account).put("appSecret", SECRET))
                                .data("id"))
                .toList();

        var changed = Shop.atOnce(
                3, i -> others.get(i).patch(paths.get(i), Api.object().putNull("appSecret")));

        assertThat(changed).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(changed)
                .filteredOn(reply -> reply.status() != 200)
                .allSatisfy(reply ->
                        assertThat(reply.faults()).containsExactly("externalAccountId social_channel.account_taken"));
    }

    @Test
    void a_channel_moves_to_an_account_that_is_free() {
        var taken = account();
        connects(channel(taken));
        var wrong = account();
        var right = account();
        var path =
                PATH + "/" + connects(channel(wrong).put("appSecret", SECRET)).data("id");

        assertThat(key.patch(path, Api.object().put("externalAccountId", taken)).status())
                .isEqualTo(409);
        assertThat(key.patch(path, Api.object().put("externalAccountId", right)).data("externalAccountId"))
                .isEqualTo(right);
        assertThat(key.get(path).data("externalAccountId")).isEqualTo(right);
        assertThat(directory.owners(ChannelType.WHATSAPP, List.of(wrong))).isEmpty();
        assertThat(directory.owners(ChannelType.WHATSAPP, List.of(right))).hasSize(1);
    }

    @Test
    void secrets_are_sealed_for_their_row_and_opened_for_who_sends_and_verifies() {
        var account = account();
        var id = UUID.fromString(
                connects(channel(account).put("appSecret", SECRET)).data("id"));
        var bare = UUID.fromString(
                connects(channel(account()).put("channelType", "Instagram").put("instagramLogin", "facebook"))
                        .data("id"));

        var sender = inside(() -> secrets.account(store(shop), id)).orElseThrow();
        assertThat(sender.accessToken()).isEqualTo(TOKEN);
        assertThat(sender.accountId()).isEqualTo(account);
        assertThat(sender.toString()).doesNotContain(TOKEN);
        assertThat(inside(() -> secrets.appSecret(store(shop), id))).contains(SECRET);
        assertThat(inside(() -> secrets.appSecret(store(shop), bare))).isEmpty();
        assertThat(inside(() -> secrets.account(store(shop), bare))
                        .orElseThrow()
                        .accountId())
                .as("the Page that the token is of")
                .isEqualTo("me");
        var sealed = backstage
                .jdbc()
                .sql(
                        "select access_token || coalesce(app_secret, '') from channels.channel_secret where channel_id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(TOKEN, SECRET);
        key.delete(PATH + "/" + id);
        assertThat(inside(() -> secrets.account(store(shop), id))).isEmpty();
        assertThat(backstage
                        .jdbc()
                        .sql("select count(*) from channels.channel_secret where channel_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_channel_without_a_secret_of_its_own_is_verified_by_the_deployments() {
        var own = UUID.fromString(connects());
        var bare = UUID.fromString(connects(channel(account())).data("id"));
        var deployed =
                new ChannelSecrets(sealed, channels, box, pipeline, new DeploymentSecret(" secret-of-the-deployment "));

        assertThat(inside(() -> deployed.appSecret(store(shop), bare))).contains("secret-of-the-deployment");
        assertThat(inside(() -> deployed.appSecret(store(shop), own))).contains(SECRET);
        assertThat(inside(() -> deployed.appSecret(store(shop), UUID.randomUUID())))
                .as("no channel, no secret")
                .isEmpty();
    }

    @Test
    void each_change_is_in_the_audit_log_without_a_secret() {
        var path = PATH + "/" + connects();
        key.patch(path, Api.object().put("accessToken", TOKEN + "2").put("appSecret", SECRET + "2"));
        key.patch(path, Api.object().putNull("appSecret"));
        key.post(path + "/toggle-agent", Api.object().put("enabled", false));
        var token = key.post(path + "/rotate-token").data("webhookVerifyToken");
        key.delete(path);

        var log = shop.owner().get(Api.STAFF + "/audit-log?per_page=100");
        assertThat(log.data()
                        .get("items")
                        .valueStream()
                        .map(entry -> entry.get("action").stringValue())
                        .filter(action -> action.startsWith("social_channel")))
                .containsExactlyInAnyOrder(
                        "social_channel.created",
                        "social_channel.updated",
                        "social_channel.access_token_changed",
                        "social_channel.app_secret_changed",
                        "social_channel.updated",
                        "social_channel.app_secret_removed",
                        "social_channel.updated",
                        "social_channel.verify_token_rotated",
                        "social_channel.deleted");
        assertThat(log.text()).doesNotContain(TOKEN, SECRET, token);
    }

    @Test
    void an_idempotency_key_gives_the_same_channel_and_the_same_token() {
        var body = channel(account());
        var once = key.withHeader("Idempotency-Key", "connect-1");

        var first = once.post(PATH, body);
        var second = once.post(PATH, body);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        var path = PATH + "/" + first.data("id");
        var patch = Api.object().put("displayName", "a");
        assertThat(key.withHeader("Idempotency-Key", "change-1")
                        .patch(path, patch)
                        .status())
                .isEqualTo(200);
        assertThat(key.withHeader("Idempotency-Key", "change-1")
                        .patch(path, patch)
                        .header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(key.withHeader("Idempotency-Key", "taken-1").post(PATH, body).status())
                .isEqualTo(409);
        assertThat(key.get(PATH).data("totalCount")).isEqualTo("1");
    }

    @Test
    void a_model_is_one_of_those_that_the_platform_lists_for_its_provider_if_it_lists_any() {
        var operator = Operators.signIn(api, registrations);
        var openai = channel(account()).put("aiProviderCode", "openai").put("aiModelCode", "m-9");
        var path = PATH + "/" + connects(openai).data("id");
        try {
            operator.put("/ai-models", """
                    {"items": [{"aiProviderCode": "sandbox", "aiModelCode": "sandbox-1", "contextLimit": 32000},
                               {"aiProviderCode": "openai", "aiModelCode": "m-1", "contextLimit": 128000}]}
                    """);

            var refused =
                    key.post(PATH, openai.put("externalAccountId", account()).put("displayName", " "));
            assertThat(refused.faults()).containsExactly("aiModelCode ai_model.unknown", "displayName field.required");
            assertThat(key.post(PATH, openai.put("displayName", "x").put("aiModelCode", "m-1"))
                            .status())
                    .isEqualTo(200);
            assertThat(key.post(PATH, channel(account()).put("aiModelCode", "any"))
                            .status())
                    .isEqualTo(200);
            assertThat(key.patch(path, Api.object().put("displayName", "it is not judged anew"))
                            .status())
                    .isEqualTo(200);
            assertThat(key.patch(path, Api.object().put("aiModelCode", "m-8")).faults())
                    .containsExactly("aiModelCode ai_model.unknown");
        } finally {
            operator.put("/ai-models", """
                    {"items": [{"aiProviderCode": "sandbox", "aiModelCode": "sandbox-1", "contextLimit": 32000}]}
                    """);
        }
    }

    @Test
    void a_plan_without_messaging_connects_nothing() {
        var operator = Operators.signIn(api, registrations);
        var plan = operator.post("/plans", Operators.plan("{\"allowsSocialMessaging\": false}"))
                .data("id");
        assertThat(operator.put(
                                "/stores/" + shop.storeId() + "/subscription",
                                Api.object().put("planId", plan))
                        .status())
                .isEqualTo(200);

        assertThat(key.post(PATH, channel(account())).faults()).containsExactly("plan.social_messaging");
    }

    private Api.Reply shakes(String type, String mode, String token, String challenge) {
        return api.get(
                HOOK + type + "?hub.mode=" + mode + "&hub.verify_token=" + token + "&hub.challenge=" + challenge);
    }

    @Test
    void meta_is_answered_its_bare_challenge_and_nobody_else() {
        var made = connects(channel(account()));
        var path = PATH + "/" + made.data("id");
        var token = made.data("webhookVerifyToken");

        for (var refused : List.of(
                shakes("whatsapp", "subscribe", "wrong", "1158201444"),
                shakes("instagram", "subscribe", token, "1158201444"),
                shakes("whatsapp", "unsubscribe", token, "1158201444"),
                shakes("whatsapp", "subscribe", token, "%3Cscript%3E"),
                shakes("whatsapp", "subscribe", token, ""),
                shakes("whatsapp", "subscribe", token, "a".repeat(129)),
                shakes("whatsapp", "subscribe", "t".repeat(5_000), "1"),
                shakes("whatsapp", "subscribe", "", "1"),
                api.get(HOOK + "whatsapp"),
                api.get(HOOK + "whatsapp?hub.mode=subscribe&hub.challenge=1"),
                shakes("whatsapp", "subscribe", token + "&hub.verify_token=" + token, "1"))) {
            assertThat(refused.status()).as(refused::toString).isEqualTo(403);
            assertThat(refused.faults()).containsExactly("social.verify_token_wrong");
        }
        assertThat(key.get(path).data("webhookVerifiedAt")).isEqualTo("null");
        assertThat(shakes("telegram", "subscribe", token, "1").status()).isEqualTo(404);

        var shaken = shakes("whatsapp", "subscribe", token, "aZ_-1158201444");
        assertThat(shaken.status()).isEqualTo(200);
        assertThat(shaken.text()).isEqualTo("aZ_-1158201444");
        assertThat(shaken.header("Content-Type")).startsWith("text/plain");
        assertThat(key.get(path).data("webhookVerifiedAt")).endsWith("Z");
    }

    @Test
    void a_rotated_token_stops_at_once_and_so_does_that_of_a_channel_that_is_gone() {
        var made = connects(channel(account()));
        var path = PATH + "/" + made.data("id");
        var old = made.data("webhookVerifyToken");
        assertThat(shakes("whatsapp", "subscribe", old, "1").status()).isEqualTo(200);

        var rotated = key.post(path + "/rotate-token");
        var token = rotated.data("webhookVerifyToken");
        assertThat(token).isNotEqualTo(old).matches("[A-Za-z0-9_-]{43}");
        assertThat(rotated.data("webhookVerifiedAt")).isEqualTo("null");
        assertThat(shakes("whatsapp", "subscribe", old, "1").status()).isEqualTo(403);
        assertThat(shakes("whatsapp", "subscribe", token, "1").status()).isEqualTo(200);
        key.delete(path);
        assertThat(shakes("whatsapp", "subscribe", token, "1").status()).isEqualTo(403);
    }

    @Test
    void rotations_at_once_leave_one_token() {
        var path = PATH + "/" + connects();

        var tokens = Shop.atOnce(4, _ -> key.post(path + "/rotate-token").data("webhookVerifyToken"));

        assertThat(tokens)
                .filteredOn(token -> shakes("whatsapp", "subscribe", token, "1").status() == 200)
                .hasSize(1);
    }

    @Test
    void a_channel_without_any_app_secret_says_that_it_receives_nothing() {
        var bare = connects(channel(account()));

        assertThat(bare.data("warnings")).contains("SENDY_META_APP_SECRET", "https");
        assertThat(key.withHeader("Accept-Language", "ar")
                        .get(PATH + "/" + bare.data("id"))
                        .data("warnings"))
                .contains("لا تُقبل أي رسالة واردة");
        assertThat(key.withHeader("Accept-Language", "ckb")
                        .get(PATH + "/" + bare.data("id"))
                        .data("warnings"))
                .contains("هیچ نامەیەکی هاتوو وەرناگیرێت");
        assertThat(connects(channel(account()).put("appSecret", SECRET)).data("warnings"))
                .doesNotContain("SENDY_META_APP_SECRET");
    }

    @Test
    void a_token_is_warned_of_in_the_week_before_it_ends() {
        var end = clock.instant().plus(Duration.ofDays(9));
        var path = PATH + "/"
                + connects(channel(account()).put("tokenExpiresAt", end.toString()))
                        .data("id");

        assertThat(key.get(path).data("warnings")).doesNotContain("access token");
        clock.advance(Duration.ofDays(3));
        assertThat(key.get(path).data("warnings"))
                .contains("The access token ends on " + end.toString().substring(0, 10));
        var given = key.patch(path, Api.object().put("accessToken", TOKEN + "2"));
        assertThat(given.data("warnings")).doesNotContain("access token");
        assertThat(given.data("tokenExpiresAt")).isEqualTo("null");
    }

    private void meets(String id, String code, GraphErrorClass errorClass) {
        CurrentTenant.in(store(shop), () -> {
            health.record(
                    store(shop), UUID.fromString(id), new GraphError(code, null, errorClass, "words of Meta", null));
            return true;
        });
    }

    @Test
    void what_meta_holds_against_a_channel_is_shown_with_what_to_do_until_it_is_healed() {
        var id = connects();
        var path = PATH + "/" + id;

        for (var passing :
                List.of("TRANSIENT", "CHANNEL_LIMIT", "CONVERSATION_LIMIT", "WINDOW_CLOSED", "MEDIA", "PERMANENT")) {
            meets(id, "1", GraphErrorClass.valueOf(passing));
            assertThat(key.get(path).data("health.status")).as(passing).isEqualTo("Well");
        }
        meets(id, "131049", GraphErrorClass.POLICY);
        assertThat(key.get(path).data("health.status")).as("one contact's cap").isEqualTo("Well");

        meets(id, "190", GraphErrorClass.CHANNEL_AUTH);
        var broken = key.get(path);
        assertThat(broken.data("health.status")).isEqualTo("AuthBroken");
        assertThat(broken.data("health.code")).isEqualTo("190");
        assertThat(broken.data("health.since")).endsWith("Z");
        assertThat(broken.data("health.action")).contains("accessToken");
        assertThat(broken.data("warnings")).contains("(code 190)").doesNotContain("words of Meta");
        clock.advance(Duration.ofHours(1));
        meets(id, "190", GraphErrorClass.CHANNEL_AUTH);
        assertThat(key.get(path).data("health.since")).as("since the first").isEqualTo(broken.data("health.since"));

        assertThat(key.patch(path, Api.object().put("accessToken", TOKEN + "2")).data("health.status"))
                .isEqualTo("Well");
        meets(id, "131042", GraphErrorClass.BILLING);
        assertThat(key.get(path).data("health.status")).isEqualTo("Billing");
        CurrentTenant.in(store(shop), () -> {
            health.recovered(store(shop), UUID.fromString(id));
            return true;
        });
        assertThat(key.get(path).data("health.status")).isEqualTo("Well");
        assertThat(key.get(path).data("health.since")).isEqualTo("null");
        meets(id, "368", GraphErrorClass.POLICY);
        assertThat(key.get(path).data("health.status")).isEqualTo("Policy");
        key.patch(path, Api.object().put("isEnabled", false));
        assertThat(key.patch(path, Api.object().put("isEnabled", true)).data("health.status"))
                .isEqualTo("Well");
    }
}
