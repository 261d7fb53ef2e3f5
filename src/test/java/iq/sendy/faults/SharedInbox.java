package iq.sendy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.messaging.LiveClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An inbox that is watched at two processes: Meta delivers to either, and one of them stops. */
final class SharedInbox {

    private static final String ACCOUNT = "500000000000777";
    private static final String SECRET = "canary0secret0of0two0processes";

    private final AtomicInteger numbers = new AtomicInteger();

    private final Api one;
    private final Api other;
    private final Map<String, String> key;

    /** Opens a store, and connects its account. */
    SharedInbox(Api one, Api other) {
        this.one = one;
        this.other = other;
        var shop = Shop.opens(one);
        connects(one.withKey(shop.mints("social:write")));
        this.key = Map.of("X-API-Key", shop.mints("messaging:read"));
    }

    /** What one takes in is seen live at the other, and who watched the other, which stops, goes on at the one. */
    void isSeenWithoutAGapWhen(SendyProcess stops) {
        String last;
        int seen;
        try (var here = LiveClient.opens(one, Api.KEYS, key, null);
                var there = LiveClient.opens(other, Api.KEYS, key, null)) {
            delivers(one);
            seesMessages(here, 1);
            seesMessages(there, 1);
            delivers(other);
            seesMessages(here, 2);
            seesMessages(there, 2);
            Waiting.until("both saw the same", () -> here.ids().equals(there.ids()));

            stops.terminate();
            there.waitsForTheEnd();
            last = there.lastId();
            seen = there.told().size();
        }
        delivers(one);
        try (var again = LiveClient.opens(one, Api.KEYS, key, last)) {
            seesMessages(again, 1);
            assertThat(again.ids().getFirst()).isEqualTo(Integer.toString(seen + 1));
        }
    }

    private static void seesMessages(LiveClient client, int count) {
        Waiting.until(
                count + " messages are seen",
                () -> client.told().stream()
                                .filter(told -> told.event().equals("message"))
                                .count()
                        == count);
    }

    private static void connects(Api key) {
        var made = key.post(
                Api.KEYS + "/social/channels",
                Api.object()
                        .put("channelType", "WhatsApp")
                        .put("externalAccountId", ACCOUNT)
                        .put("displayName", "متجر")
                        .put("accessToken", "EAAGcanary0token0of0two0processes")
                        .put("appSecret", SECRET)
                        .put("aiProviderCode", "sandbox")
                        .put("aiModelCode", "sandbox-1")
                        // Its replies have numbers on the stream before anybody sees them, and here numbers are
                        // counted.
                        .put("isAgentEnabled", false));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
    }

    private void delivers(Api to) {
        var number = numbers.incrementAndGet();
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":\
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"9647800000001",\
                "phone_number_id":"%s"},"contacts":[{"profile":{"name":"زينب"},"wa_id":"9647701234567"}],\
                "messages":[{"from":"9647701234567","id":"wamid.TWO%s","timestamp":"%s","type":"text",\
                "text":{"body":"رسالة %s"}}]}}]}]}""".formatted(ACCOUNT, number, System.currentTimeMillis() / 1_000, number);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var answer = to.withHeader("X-Hub-Signature-256", "sha256=" + signature(bytes))
                .withHeader("Content-Type", "application/json")
                .send("POST", "/api/v1/webhooks/social/whatsapp", BodyPublishers.ofByteArray(bytes), false);
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
    }

    private static String signature(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
