package iq.sendy.faults.attacks;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A store that anybody may open, with a key that may do all.
 *
 * @param orderId an order of 200 lines; empty without one
 */
public record Account(String phone, String apiKey, String orderId) {

    private static final Duration OPENING = Duration.ofSeconds(60);
    private static final int LINES = 200;
    private static final String SCOPES =
            "\"orders:read\",\"orders:write\",\"catalog:read\",\"catalog:write\",\"webhooks:read\",\"webhooks:write\",\"printing:read\"";
    private static final String BUYER = """
            {"customerName":"زينب علي","customerPhone":"07701234567","customerAddress":"الكرادة، قرب جامع الزوية",\
            "addressProvinceCode":"BG","addressAreaId":"a1b10358-97d4-5103-a3a0-08c5cf65be8a",""";

    /** Opens a store, makes a key, and nothing else. */
    public static Account opens(Sender sender, InetAddress from, String phone) {
        var registered =
                ask(sender, from, RawRequest.json("POST", "/api/v1/auth/register", "", """
                        {"storeName":"متجر %s","ownerName":"نور حسين","phone":"%s","password":"narges-w-yasmin-7"}""".formatted(phone, phone)));
        var minted = ask(
                sender,
                from,
                RawRequest.json(
                        "POST",
                        "/api/v1/store/api-keys",
                        "Authorization: Bearer " + text(registered, "accessToken") + "\r\n",
                        "{\"name\":\"attacks\",\"scopes\":[" + SCOPES + "]}"));
        return new Account(phone, text(minted, "apiKey"), "");
    }

    /** The same store with an order of as many lines as one may have. */
    public Account withLongOrder(Sender sender, InetAddress from) {
        var sheet = IntStream.range(0, LINES)
                .mapToObj(i -> "LINE-%s,مصباح مكتب من النحاس رقم %s,%s%n".formatted(i, i, 1_000 + i * 250))
                .collect(Collectors.joining("", "sku,name,price\n", ""))
                .getBytes(StandardCharsets.UTF_8);
        ask(sender, from, RawRequest.upload(this, "/catalog/products/import", "p.csv", sheet));
        var lines = IntStream.range(0, LINES)
                .mapToObj(i -> "{\"sku\":\"LINE-" + i + "\",\"quantity\":2}")
                .collect(Collectors.joining(","));
        var placed = ask(sender, from, RawRequest.post(this, "/orders", BUYER + "\"items\":[" + lines + "]}"));
        return new Account(phone, apiKey, text(placed.substring(placed.indexOf("\"data\":")), "id"));
    }

    /** An order as a buyer places it. */
    public RawRequest order() {
        return RawRequest.post(this, "/orders", orderWith("orderValue", "25000"));
    }

    /** An order with this field behind those that it must have. */
    static String orderWith(String field, String json) {
        return BUYER + "\"" + field + "\":" + json + "}";
    }

    String keyHeader() {
        return "X-API-Key: " + apiKey + "\r\n";
    }

    static String idempotencyKey() {
        return "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
    }

    private static String ask(Sender sender, InetAddress from, RawRequest request) {
        var outcome = sender.send(from, request, OPENING);
        if (outcome.status() != 200) {
            throw new IllegalStateException("An account cannot be made ready: " + outcome);
        }
        return outcome.body();
    }

    private static String text(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("No " + name + " in " + json);
        }
        return found.group(1);
    }
}
