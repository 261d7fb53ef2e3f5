package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Stores that were opened through the front door, each with a key for its integration. */
final class Shops {

    static final String KEY_DOOR = "/api/v1/store/integrations";
    static final int BULK = 500;
    static final int PRODUCTS = 50;
    static final int LINES = 3;

    private static final AtomicInteger OPENED = new AtomicInteger();
    private static final String SCOPES =
            "[\"orders:read\",\"orders:write\",\"catalog:read\",\"catalog:write\",\"webhooks:read\",\"webhooks:write\","
                    + "\"analytics:read\",\"cashier:read\",\"cashier:write\",\"storefront:read\",\"storefront:write\",\"social:write\","
                    + "\"messaging:read\"]";

    /** A product, and its row of stock in the store's only warehouse. */
    record Product(String sku, UUID id, UUID item) {}

    /** A store, the key of its integration, and what it sells. */
    record Shop(UUID id, String key, List<Product> products) {

        /** Some of its products, each once, in the order in which their stock is locked. */
        List<Product> some(int many) {
            var random = ThreadLocalRandom.current();
            var picked = new ArrayList<Product>();
            while (picked.size() < many) {
                var one = products.get(random.nextInt(products.size()));
                if (!picked.contains(one)) {
                    picked.add(one);
                }
            }
            // Within one store items sort as PostgreSQL sorts them: by their text.
            picked.sort((a, b) -> a.item().toString().compareTo(b.item().toString()));
            return picked;
        }
    }

    private Shops() {}

    static List<Shop> open(Server server, int many) throws IOException {
        var shops = new ArrayList<Shop>();
        try (var wire = new Wire(server.port())) {
            for (var i = 0; i < many; i++) {
                shops.add(open(wire, i));
            }
        }
        return List.copyOf(shops);
    }

    static Shop open(Wire wire, int index) throws IOException {
        // Nobody signs in twice, also where stores are opened several times in a run.
        var phone = "0771%07d".formatted(OPENED.incrementAndGet());
        var registered = ask(wire, Wire.request("POST", "/api/v1/auth/register", "", """
                {"storeName":"متجر %s","ownerName":"نور حسين","phone":"%s","password":"narges-w-yasmin-7"}"""
                .formatted(phone, phone)));
        var store = registered.substring(registered.indexOf("\"store\":"));
        var minted = ask(wire, Wire.request(
                "POST",
                "/api/v1/store/api-keys",
                "Authorization: Bearer " + text(registered, "accessToken") + "\r\n",
                "{\"name\":\"bench\",\"scopes\":" + SCOPES + "}"));
        return new Shop(UUID.fromString(text(store, "id")), text(minted, "apiKey"), List.of());
    }

    /** The same store with products on its shelves: tracked, and more of them than anybody orders here. */
    static Shop stock(Server server, Wire wire, Shop shop) throws IOException, SQLException {
        var sheet = new StringBuilder("sku,name,price,initialQuantity\n");
        for (var i = 0; i < PRODUCTS; i++) {
            sheet.append("P-%02d,مصباح رقم %02d,%d,100000000%n".formatted(i, i, price(i)));
        }
        ask(wire, Wire.request(
                "POST",
                KEY_DOOR + "/catalog/products/import",
                "X-API-Key: " + shop.key() + "\r\n",
                "multipart/form-data; boundary=bench",
                "--bench\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.csv\"\r\n\r\n" + sheet
                        + "\r\n--bench--\r\n"));
        var products = new ArrayList<Product>();
        try (var superuser = server.superuser();
                var question = superuser.prepareStatement("""
                        select p.sku, p.product_id, i.id from inventory.product as p
                        join inventory.item as i using (store_id, product_id) where p.store_id = ? order by p.sku""")) {
            question.setObject(1, shop.id());
            try (var row = question.executeQuery()) {
                while (row.next()) {
                    products.add(new Product(
                            row.getString(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class)));
                }
            }
        }
        return new Shop(shop.id(), shop.key(), List.copyOf(products));
    }

    /** What one piece costs. */
    static int price(Product product) {
        return price(Integer.parseInt(product.sku().substring(2)));
    }

    private static int price(int index) {
        return 5_000 + index * 250;
    }

    static List<Shop> stock(Server server, List<Shop> shops) throws IOException, SQLException {
        var stocked = new ArrayList<Shop>();
        try (var wire = new Wire(server.port())) {
            for (var shop : shops) {
                stocked.add(stock(server, wire, shop));
            }
        }
        return List.copyOf(stocked);
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

    private static String buyer(long number) {
        return """
                {"customerName":"زينب علي","customerPhone":"0770%07d","customerAddress":"الكرادة، قرب جامع الزوية",\
                "addressProvinceCode":"BG","addressAreaId":"a1b10358-97d4-5103-a3a0-08c5cf65be8a","""
                .formatted(number % 10_000_000);
    }

    static String order(long number) {
        return buyer(number) + "\"orderValue\":" + (5_000 + number % 1_000 * 250) + "}";
    }

    static byte[] place(Shop shop, long number) {
        return post(shop, "/orders", order(number));
    }

    /** An order of three products at random, one piece of each. */
    static byte[] placeThree(Shop shop, long number) {
        return post(shop, "/orders", buyer(number) + three(shop) + "}");
    }

    /** Three products at random, one piece of each, as a field of a body. */
    static String three(Shop shop) {
        var lines = shop.some(LINES).stream()
                .map(product -> "{\"sku\":\"" + product.sku() + "\",\"quantity\":1}")
                .toList();
        return "\"items\":[" + String.join(",", lines) + "]";
    }

    static byte[] placeOnce(Shop shop, String key) {
        return request("POST", shop, "/orders", "Idempotency-Key: " + key + "\r\n", order(0));
    }

    static byte[] bulk(Shop shop, long number) {
        return bulk(shop, number, BULK);
    }

    /** So many orders in one request; {@code number} counts requests. */
    static byte[] bulk(Shop shop, long number, int many) {
        var orders = IntStream.range(0, many).mapToObj(i -> order(number * many + i)).toList();
        return post(shop, "/orders/bulk", "{\"orders\":[" + String.join(",", orders) + "]}");
    }

    static byte[] list(Shop shop) {
        return get(shop, "/orders");
    }

    static byte[] get(Shop shop, String path) {
        return request("GET", shop, path, "", "");
    }

    static byte[] post(Shop shop, String path, String body) {
        return request("POST", shop, path, "", body);
    }

    static byte[] request(String method, Shop shop, String path, String headers, String body) {
        return Wire.request(method, KEY_DOOR + path, "X-API-Key: " + shop.key() + "\r\n" + headers, body);
    }

    /** All of a bulk must have been created, or its figure is of something else. */
    static void created(String answer, int many) throws IOException {
        if (!answer.contains("\"created\":" + many + ",")) {
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            throw new IOException(new String(bytes, 0, Math.min(300, bytes.length), StandardCharsets.UTF_8));
        }
    }
}
