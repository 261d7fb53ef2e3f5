package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Stores that were opened through the front door, each with a key for its orders. */
final class Shops {

    private static final String KEY_DOOR = "/api/v1/store/integrations";
    private static final int BULK = 500;

    /** A store and the key of its integration. */
    record Shop(UUID id, String key) {}

    private final int port;
    private final List<Shop> shops = new ArrayList<>();

    Shops(int port) {
        this.port = port;
    }

    List<Shop> all() {
        return shops;
    }

    void open(int many) throws IOException {
        try (var wire = new Wire(port)) {
            for (var i = 0; i < many; i++) {
                shops.add(open(wire, i));
            }
        }
    }

    static Shop open(Wire wire, int index) throws IOException {
        var phone = "0771%07d".formatted(index + (int) (System.nanoTime() % 9_000) * 1_000);
        var registered = ask(wire, Wire.request("POST", "/api/v1/auth/register", "", """
                {"storeName":"متجر %s","ownerName":"نور حسين","phone":"%s","password":"narges-w-yasmin-7"}"""
                .formatted(phone, phone)));
        var store = registered.substring(registered.indexOf("\"store\":"));
        var minted = ask(wire, Wire.request(
                "POST",
                "/api/v1/store/api-keys",
                "Authorization: Bearer " + text(registered, "accessToken") + "\r\n",
                "{\"name\":\"bench\",\"scopes\":[\"orders:read\",\"orders:write\"]}"));
        return new Shop(UUID.fromString(text(store, "id")), text(minted, "apiKey"));
    }

    static String ask(Wire wire, byte[] request) throws IOException {
        var status = wire.send(request);
        if (status != 200) {
            throw new IOException(status + " " + wire.body());
        }
        return wire.body();
    }

    static String text(String json, String name) throws IOException {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IOException("No " + name + " in " + json);
        }
        return found.group(1);
    }

    static String order(long number) {
        return """
                {"customerName":"زينب علي","customerPhone":"0770%07d","customerAddress":"الكرادة، قرب جامع الزوية",\
                "addressProvinceCode":"BG","addressAreaId":"a1b10358-97d4-5103-a3a0-08c5cf65be8a","orderValue":%d}"""
                .formatted(number % 10_000_000, 5_000 + number % 1_000 * 250);
    }

    static byte[] place(Shop shop, long number) {
        return Wire.request("POST", KEY_DOOR + "/orders", "X-API-Key: " + shop.key + "\r\n", order(number));
    }

    static byte[] placeOnce(Shop shop, String key) {
        return Wire.request(
                "POST",
                KEY_DOOR + "/orders",
                "X-API-Key: " + shop.key + "\r\nIdempotency-Key: " + key + "\r\n",
                order(0));
    }

    static byte[] bulk(Shop shop, long number) {
        var body = new StringBuilder("{\"orders\":[");
        for (var i = 0; i < BULK; i++) {
            body.append(i == 0 ? "" : ",").append(order(number * BULK + i));
        }
        return Wire.request("POST", KEY_DOOR + "/orders/bulk", "X-API-Key: " + shop.key + "\r\n", body + "]}");
    }

    static byte[] list(Shop shop) {
        return Wire.request("GET", KEY_DOOR + "/orders", "X-API-Key: " + shop.key + "\r\n", "");
    }

    static byte[] get(Shop shop, String id) {
        return Wire.request("GET", KEY_DOOR + "/orders/" + id, "X-API-Key: " + shop.key + "\r\n", "");
    }

    /** The whole bulk must have been created, or its figure is of something else. */
    static void created(String answer) throws IOException {
        if (!answer.contains("\"created\":" + BULK + ",")) {
            throw new IOException(new String(answer.getBytes(StandardCharsets.UTF_8), 0, 300, StandardCharsets.UTF_8));
        }
    }
}
