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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An inbox that is watched at two processes: Meta delivers to either, and one of them stops. */
final class SharedInbox implements AutoCloseable {

    private static final String ACCOUNT = "500000000000777";
    private static final String SECRET = "canary0secret0of0two0processes";

    private final AtomicInteger numbers = new AtomicInteger();

    private final List<Api> servers;
    private final Map<String, String> key;
    private final List<LiveClient> watching;

    /** Opens a store, connects its account, and watches its inbox at both. */
    SharedInbox(Api one, Api other) {
        this.servers = List.of(one, other);
        var shop = Shop.opens(one);
        connects(one.withKey(shop.mints("social:write")));
        this.key = Map.of("X-API-Key", shop.mints("messaging:read"));
        this.watching = servers.stream()
                .map(server -> LiveClient.opens(server, Api.KEYS, key, null))
                .toList();
    }

    /** What one takes in is seen live at the other. */
    void isSeenAtBoth() {
        for (var server : servers) {
            delivers(server);
            watching.forEach(client -> seesMessages(client, numbers.get()));
        }
        Waiting.until(
                "both saw the same",
                () -> watching.getFirst().ids().equals(watching.getLast().ids()));
    }

    /** Who watches the one that stops is told of the end. */
    void endsAt(int stopped) {
        watching.get(stopped).waitsForTheEnd();
    }

    /** Whoever watched the one that has stopped goes on at the other. */
    void goesOnWithoutAGap(int stopped) {
        var last = watching.get(stopped).lastId();
        var seen = watching.get(stopped).told().size();
        var left = servers.get(1 - stopped);
        delivers(left);
        try (var again = LiveClient.opens(left, Api.KEYS, key, last)) {
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

    @Override
    public void close() {
        watching.forEach(LiveClient::close);
    }
}
