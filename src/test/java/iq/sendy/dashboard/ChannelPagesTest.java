package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Channels and their agent, what it knows, and webhooks. */
@Scenario
class ChannelPagesTest {

    private static final String CHANNELS = "/app/settings/channels";
    private static final String KNOWLEDGE = "/app/settings/knowledge";
    private static final String WEBHOOKS = "/app/settings/webhooks";
    private static final String TOKEN = "EAAGcanary0token0of0a0page";
    private static final Pattern SECRET = Pattern.compile("id=\"secret\" value=\"([^\"]+)\"");
    private static final AtomicLong ACCOUNTS = new AtomicLong(104_700_000_000_000L);

    @Autowired
    Api api;

    private Shop shop;
    private Visitor owner;
    private String token;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
        token = owner.opens(CHANNELS).token();
    }

    @Test
    void an_account_is_connected_and_its_verify_token_shown_once() {
        var form = channel();
        form.put("externalAccountId", "");
        var faulty = owner.sends(CHANNELS + "/new", form);
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.text())
                .contains("href=\"#externalAccountId\"", "واتساب المتجر")
                .doesNotContain(TOKEN);

        var connected = connect();
        var page = owner.opens(CHANNELS + "/" + connected);
        assertThat(page.text())
                .contains("/api/v1/webhooks/social/whatsapp", "بانتظار Meta")
                .doesNotContain(TOKEN);
        assertThat(owner.opens(CHANNELS).text()).contains("واتساب المتجر", connected);

        var rotate = CHANNELS + "/" + connected + "/token";
        assertThat(owner.sends(rotate, Map.of("_csrf", token)).text()).contains("إنشاء رمز تحقق جديد؟");
        assertThat(SECRET.matcher(owner.sends(rotate, Map.of("_csrf", token, "sure", "1"))
                                .text())
                        .find())
                .isTrue();
        var stranger = Visitor.of(api, Shop.opens(api));
        assertThat(stranger.opens(CHANNELS + "/" + connected).status()).isEqualTo(404);
    }

    @Test
    void the_agent_is_switched_and_told_whom_it_answers() {
        var path = CHANNELS + "/" + connect();
        for (var tap = 0; tap < 2; tap++) {
            assertThat(owner.sends(path + "/agent", Map.of("_csrf", token, "enabled", "true"))
                            .header("Location"))
                    .isEqualTo(path + "?said=channels.agentOn");
        }
        assertThat(owner.opens(path).text()).contains("المساعد يرد على الرسائل الجديدة");

        var rules = new HashMap<>(
                Map.of("_csrf", token, "mode", "draft", "percentage", "120", "allowed", "0770 123 4567\n\ntester"));
        assertThat(owner.sends(path + "/rules", rules).text()).contains("href=\"#percentage\"", "value=\"120\"");
        rules.put("percentage", "20");
        assertThat(owner.sends(path + "/rules", rules).status()).isEqualTo(303);
        assertThat(owner.opens(path).text()).contains("9647701234567\ntester", "value=\"20\"");

        assertThat(owner.sends(path + "/enabled", Map.of("_csrf", token, "enabled", "false"))
                        .status())
                .isEqualTo(303);
        assertThat(owner.opens(path).text()).contains("متوقفة");
        assertThat(owner.sends(path + "/delete", Map.of("_csrf", token)).text()).contains("فصل «واتساب المتجر»؟");
        assertThat(owner.sends(path + "/delete", Map.of("_csrf", token, "sure", "1"))
                        .status())
                .isEqualTo(303);
        assertThat(owner.opens(path).status()).isEqualTo(404);
    }

    @Test
    void the_agent_keeps_the_hours_of_the_shop() {
        var path = CHANNELS + "/" + connect();
        var page = owner.opens(path).text();
        assertThat(page).containsSubsequence("السبت", "الأحد", "الجمعة").contains("name=\"hours[13].to\"");

        var form = new HashMap<>(Map.of(
                "_csrf", token,
                "hours[0].day", "saturday",
                "hours[0].from", "10:00",
                "hours[0].to", "14:00",
                "hours[1].day", "saturday",
                "hours[1].from", "17:00",
                "hours[2].day", "sunday",
                "hours[2].from", "25:00",
                "hours[2].to", "14:00",
                "outsideHours", "hand_over"));
        var faulty = owner.sends(path + "/rules", form);
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.text())
                .contains("href=\"#hours-1--to\"", "href=\"#hours-2--from\"", "value=\"25:00\"", "value=\"17:00\"")
                .contains("aria-describedby=\"hours-2--from-wrong\"", "id=\"hours-2--from-wrong\"");

        form.put("hours[1].to", "22:00");
        form.put("hours[2].from", "١٠:٠٠");
        assertThat(owner.sends(path + "/rules", form).status()).isEqualTo(303);
        var kept = well(shop.owner().get(Api.STAFF + path.replace("/app/settings", "/social") + "/agent-settings"));
        assertThat(kept.data("hours"))
                .contains("\"17:00\"", "\"22:00\"", "sunday")
                .doesNotContain("monday");
        assertThat(owner.opens(path).text()).contains("name=\"hours[1].to\" value=\"22:00\"");

        form.put("everyDay", "true");
        owner.sends(path + "/rules", form);
        assertThat(owner.opens(path).text()).contains("name=\"hours[13].to\" value=\"22:00\"");
        form.keySet().removeIf(name -> name.endsWith(".from") || name.endsWith(".to") || name.equals("everyDay"));
        owner.sends(path + "/rules", form);
        assertThat(owner.opens(path).text()).doesNotContain("value=\"22:00\"");
    }

    @Test
    void hours_of_saturday_are_those_of_all_days_where_there_are_some_and_a_week_has_room() {
        var path = CHANNELS + "/" + connect();
        var form = new HashMap<>(Map.of("_csrf", token, "hours[0].day", "saturday", "everyDay", "true"));
        form.put("hours[1].day", "sunday");
        form.put("hours[1].from", "10:00");
        form.put("hours[1].to", "22:00");

        var none = owner.sends(path + "/rules", form);

        assertThat(none.status()).as(none::toString).isEqualTo(400);
        assertThat(none.text())
                .contains("href=\"#everyDay\"", "id=\"everyDay-wrong\"", "أدخل أوقات السبت أولاً", "value=\"22:00\"");
        form.keySet().removeIf(name -> name.startsWith("hours[1]"));
        assertThat(owner.sends(path + "/rules", form).status()).isEqualTo(303);
        saturdays(form, 4);
        var many = owner.sends(path + "/rules", form);
        assertThat(many.status()).as(many::toString).isEqualTo(400);
        assertThat(many.text()).contains("id=\"everyDay-wrong\"", "3 فترات كحد أقصى");
        form.keySet().removeIf(name -> name.startsWith("hours[3]"));
        assertThat(owner.sends(path + "/rules", form).status()).isEqualTo(303);
        assertThat(owner.opens(path).text())
                .contains("name=\"hours[20].to\" value=\"02:30\"")
                .doesNotContain("hours[21]");
    }

    @Test
    void hours_that_are_stored_are_all_shown_however_many_a_day_has() {
        var path = CHANNELS + "/" + connect();
        var form = new HashMap<>(Map.of("_csrf", token));
        saturdays(form, 10);
        for (var row = 10; row < 12; row++) {
            form.put("hours[" + row + "].day", "friday");
            form.put("hours[" + row + "].from", row + ":00");
            form.put("hours[" + row + "].to", row + ":45");
        }
        assertThat(owner.sends(path + "/rules", form).status()).isEqualTo(303);

        var page = owner.opens(path).text();

        assertThat(page)
                .contains("name=\"hours[9].to\" value=\"09:30\"", "name=\"hours[20].to\" value=\"11:45\"")
                .doesNotContain("hours[21]");
    }

    private static void saturdays(Map<String, String> form, int spans) {
        for (var row = 0; row < spans; row++) {
            form.put("hours[" + row + "].day", "saturday");
            form.put("hours[" + row + "].from", "0" + row + ":00");
            form.put("hours[" + row + "].to", "0" + row + ":30");
        }
    }

    @Test
    void an_account_is_changed_and_what_is_left_empty_of_its_secrets_stays() {
        var path = CHANNELS + "/" + connect();
        assertThat(owner.opens(path + "/edit").text())
                .contains("value=\"واتساب المتجر\"", "value=\"sandbox-1\"")
                .doesNotContain(TOKEN);

        var form = new HashMap<>(Map.of(
                "_csrf", token,
                "displayName", "",
                "accessToken", "not a token",
                "appSecret", "",
                "aiProviderCode", "sandbox",
                "aiModelCode", "sandbox-1",
                "systemPromptOverride", "تكلم باختصار"));
        var faulty = owner.sends(path + "/edit", form);
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.text())
                .contains("href=\"#displayName\"", "href=\"#accessToken\"", "تكلم باختصار")
                .doesNotContain("not a token");

        form.put("displayName", "واتساب الورد");
        form.put("accessToken", "");
        assertThat(owner.sends(path + "/edit", form).header("Location")).isEqualTo(path + "?said=channels.changed");
        assertThat(owner.opens(path).text()).contains("واتساب الورد");
        assertThat(owner.opens(path + "/edit").text()).contains("تكلم باختصار");
        assertThat(Visitor.of(api, Shop.opens(api)).opens(path + "/edit").status())
                .isEqualTo(404);
    }

    @Test
    void the_agent_rests_at_a_channel_for_a_while() {
        var path = CHANNELS + "/" + connect();
        owner.sends(path + "/agent", Map.of("_csrf", token, "enabled", "true"));

        assertThat(owner.sends(path + "/pause", Map.of("_csrf", token, "until", "hour"))
                        .header("Location"))
                .isEqualTo(path + "?said=channels.paused");
        assertThat(owner.opens(path).text()).contains("المساعد متوقف في هذا الحساب حتى", "إنهاء الإيقاف");
        for (var unknown : List.of(Map.of("_csrf", token, "until", "foo"), Map.of("_csrf", token))) {
            assertThat(owner.sends(path + "/pause", unknown).status()).isEqualTo(404);
        }
        assertThat(owner.opens(path).text()).contains("إنهاء الإيقاف");
        assertThat(owner.sends(path + "/resume", Map.of("_csrf", token)).header("Location"))
                .isEqualTo(path + "?said=channels.resumed");
        assertThat(owner.opens(path).text()).contains("إيقاف لساعة").doesNotContain("المساعد متوقف في هذا");
    }

    @Test
    void the_agent_knows_what_is_written_for_it() {
        var form = new HashMap<>(Map.of("_csrf", token, "topic", "delivery", "answer", ""));
        assertThat(owner.sends(KNOWLEDGE + "/new", form).text()).contains("href=\"#answer\"");
        form.put("answer", "نوصل خلال يوم");
        form.put("question", "متى؟");
        assertThat(owner.sends(KNOWLEDGE + "/new", form).text()).contains("href=\"#question\"", "نوصل خلال يوم");
        form.put("question", "");
        assertThat(owner.sends(KNOWLEDGE + "/new", form).status()).isEqualTo(303);
        assertThat(owner.opens(KNOWLEDGE).text()).contains("نوصل خلال يوم", "التوصيل");

        var id = well(shop.owner().get(Api.STAFF + "/social/knowledge")).data("items.0.id");
        form.put("answer", "نوصل خلال يومين");
        assertThat(owner.sends(KNOWLEDGE + "/" + id, form).status()).isEqualTo(303);
        assertThat(owner.opens(KNOWLEDGE + "/" + id).text()).contains("نوصل خلال يومين");
        assertThat(owner.sends(KNOWLEDGE + "/" + id + "/delete", Map.of("_csrf", token, "sure", "1"))
                        .status())
                .isEqualTo(303);
        assertThat(owner.opens(KNOWLEDGE).text()).contains("لم يُكتب شيء بعد");
    }

    @Test
    void a_webhook_is_added_tried_and_sent_again() {
        var form = new HashMap<>(Map.of("_csrf", token, "url", "ftp://nowhere", "events", "order.created"));
        var faulty = owner.sends(WEBHOOKS + "/new", form);
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.text()).contains("href=\"#url\"", "value=\"ftp://nowhere\"");

        form.put("url", "https://127.0.0.1:1/hook");
        var made = owner.sends(WEBHOOKS + "/new", form);
        assertThat(made.status()).isEqualTo(200);
        assertThat(SECRET.matcher(made.text()).find()).isTrue();
        var id = well(shop.owner().get(Api.STAFF + "/webhooks")).data("items.0.id");
        var path = WEBHOOKS + "/" + id;
        assertThat(owner.opens(WEBHOOKS).text()).contains("https://127.0.0.1:1/hook", id);

        assertThat(owner.sends(path + "/enabled", Map.of("_csrf", token, "enabled", "false"))
                        .status())
                .isEqualTo(303);
        assertThat(owner.sends(path + "/test", Map.of("_csrf", token)).header("Location"))
                .isEqualTo(path + "?said=webhooks.tested");
        var page = owner.opens(path).text();
        assertThat(page).contains("webhook.test", "متوقف", "order.created");
        var delivery = well(shop.owner().get(Api.STAFF + "/webhooks/" + id + "/deliveries"))
                .data("items.0.id");
        assertThat(owner.sends(path + "/deliveries/" + delivery + "/replay", Map.of("_csrf", token))
                        .status())
                .isEqualTo(303);

        var secret = owner.sends(path + "/secret", Map.of("_csrf", token, "sure", "1"));
        assertThat(SECRET.matcher(secret.text()).find()).isTrue();
        form.put("events", "product.created");
        assertThat(owner.sends(path + "/edit", form).status()).isEqualTo(303);
        assertThat(owner.opens(path).text()).contains("product.created");
        var stranger = Visitor.of(api, Shop.opens(api));
        assertThat(stranger.opens(path).status()).isEqualTo(404);
        assertThat(owner.sends(path + "/delete", Map.of("_csrf", token, "sure", "1"))
                        .status())
                .isEqualTo(303);
        assertThat(owner.opens(path).status()).isEqualTo(404);
    }

    @Test
    void who_may_only_look_finds_no_button() {
        var channel = CHANNELS + "/" + connect();
        var viewer = Staff.of(api, shop, "store.social_channels.view", "store.webhooks.view", "store.api_keys.view");
        assertThat(viewer.opens(channel).text())
                .doesNotContain(channel + "/agent", channel + "/delete", channel + "/token");
        assertThat(viewer.opens(WEBHOOKS).text()).doesNotContain("/webhooks/new");
        assertThat(viewer.opens("/app/settings/keys").text()).doesNotContain("/keys/new", "/revoke");
        assertThat(viewer.sends(
                                channel + "/agent",
                                Map.of("_csrf", viewer.opens(CHANNELS).token(), "enabled", "true"))
                        .status())
                .isEqualTo(403);
    }

    private String connect() {
        var made = owner.sends(CHANNELS + "/new", channel());
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        assertThat(SECRET.matcher(made.text()).find()).isTrue();
        return well(shop.owner().get(Api.STAFF + "/social/channels")).data("items.0.id");
    }

    private Map<String, String> channel() {
        return new HashMap<>(Map.of(
                "_csrf", token,
                "channelType", "WhatsApp",
                "displayName", "واتساب المتجر",
                "externalAccountId", Long.toString(ACCOUNTS.incrementAndGet()),
                "accessToken", TOKEN,
                "appSecret", "canary0secret0of0a0page",
                "aiProviderCode", "sandbox",
                "aiModelCode", "sandbox-1",
                "isAgentEnabled", "false"));
    }
}
