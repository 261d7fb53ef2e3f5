package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What Meta delivers: a text of one of a store's customers, signed as Meta signs. */
final class Deliveries {

    private static final String SECRET = "bench-app-secret";

    private Deliveries() {}

    static String account(int store) {
        return Long.toString(500_000_000_000_100L + store);
    }

    /** @param agent fields of the channel's agent */
    static void connect(Wire wire, Shops.Shop shop, String account, String agent) throws IOException {
        Shops.ask(wire, Shops.post(shop, "/social/channels", """
                {"channelType":"WhatsApp","externalAccountId":"%s","displayName":"متجر","accessToken":"EAAG-bench",\
                "appSecret":"%s",%s}""".formatted(account, SECRET, agent)));
    }

    static byte[] text(int store, int customer, int number, String text) {
        var phone = "96477%08d".formatted(customer);
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":\
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"9647800000001",\
                "phone_number_id":"%s"},"contacts":[{"profile":{"name":"زينب"},"wa_id":"%s"}],\
                "messages":[{"from":"%s","id":"wamid.BENCH%d","timestamp":"%d","type":"text",\
                "text":{"body":"%s"}}]}}]}]}""".formatted(
                account(store), phone, phone, number, System.currentTimeMillis() / 1_000, text);
        var signed = "X-Hub-Signature-256: sha256=" + signature(body) + "\r\n";
        return Wire.request("POST", "/api/v1/webhooks/social/whatsapp", signed, body);
    }

    private static String signature(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
