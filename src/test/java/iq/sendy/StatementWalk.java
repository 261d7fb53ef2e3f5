package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Once through every operation that asks the database, so that its statements are seen. */
final class StatementWalk {

    private static final int STORES = 12;

    /** Orders of stores that are nothing else: for the planner they count as much as those that took a request each. */
    private static final String COPIED = """
            insert into orders.customer_order
            select copy.*
            from orders.customer_order as o
                cross join generate_series(2, ?) as other
                cross join lateral jsonb_populate_record(o, jsonb_build_object(
                    'store_id', md5(o.store_id::text || other)::uuid)) as copy
            where o.store_id = ?::uuid
            """;

    private static final int ROWS = 500;
    private static final int FEW = 20;

    private final Api api;
    private final Shop shop;

    StatementWalk(Api api) {
        this.api = api;
        this.shop = Shop.opens(api);
    }

    /** Some thousand orders in a few stores: enough that an index is worth its while. */
    void fill(JdbcClient superuser) {
        well(shop.key().post(Api.KEYS + "/orders/bulk", bulk("fill", ROWS)));
        var copied = superuser.sql(COPIED).params(STORES, shop.storeId()).update();
        assertThat(copied).isEqualTo((STORES - 1) * ROWS);
    }

    Map<String, Runnable> calls() {
        var key = shop.key();
        var first = shop.placesOne();
        var second = shop.placesOne();
        var publicId = key.get(Api.KEYS + "/orders/" + first).data("publicId");
        var calls = new LinkedHashMap<String, Runnable>();
        calls.put("register", () -> Shop.opens(api));
        calls.put("place", () -> well(shop.places(Shop.order())));
        calls.put("place with a reference", () -> well(shop.places(Shop.order().put("externalRef", "walk"))));
        calls.put("place with a key", () -> well(keyed(shop)));
        calls.put("replay", () -> well(keyed(shop)));
        calls.put("bulk", () -> well(key.post(Api.KEYS + "/orders/bulk", bulk("walk", FEW))));
        calls.put("bulk again", () -> well(key.post(Api.KEYS + "/orders/bulk", bulk("walk", FEW))));
        for (var filter : List.of(
                "",
                "?page=3",
                "?status=Pending,Confirmed",
                "?source=Api",
                "?phone=07701234567",
                "?externalRef=walk-7",
                "?from=2026-01-01&to=2036-01-01",
                "?q=1234567",
                "?q=" + publicId,
                "?q=zainab")) {
            calls.put("list " + filter, () -> well(key.get(Api.KEYS + "/orders" + filter)));
        }
        var cursor = key.get(Api.KEYS + "/orders").data("nextCursor");
        calls.put("list by cursor", () -> well(key.get(Api.KEYS + "/orders?cursor=" + cursor)));
        calls.put("get", () -> well(key.get(Api.KEYS + "/orders/" + first)));
        calls.put("get by publicId", () -> well(key.get(Api.KEYS + "/orders/" + publicId)));
        calls.put("address", () -> well(key.put(Api.KEYS + "/orders/" + first, Shop.order())));
        calls.put("step", () -> well(shop.moves(publicId, "Confirmed")));
        calls.put("cancel", () -> well(key.post(Api.KEYS + "/orders/" + first + "/cancel")));
        calls.put("delete", () -> well(key.delete(Api.KEYS + "/orders/" + second)));
        calls.put("staff", () -> well(shop.owner().get(Api.STAFF + "/orders")));
        calls.put("keys", () -> well(shop.owner().get(Api.STAFF + "/api-keys")));
        calls.put(
                "sign in",
                () -> well(api.post(
                        "/api/v1/auth/login",
                        Api.object().put("phone", shop.ownerPhone()).put("password", Shop.PASSWORD))));
        calls.put("me", () -> well(shop.owner().get("/api/v1/auth/me")));
        prices(shop.owner(), calls);
        goods(Goods.of(shop), calls);
        return calls;
    }

    private static void goods(Goods goods, Map<String, Runnable> calls) {
        var flowers = well(goods.post("/categories", Api.object().put("name", "walk")))
                .data("id");
        var product = goods.sells("WALK", 1_000, 5);
        var row = "/catalog/inventory/" + goods.row("WALK");
        calls.put(
                "product added",
                () -> well(goods.saves(
                        Goods.product("WALK-2").put("categoryId", flowers).put("initialQuantity", 1))));
        calls.put("product saved", () -> well(goods.saves(Goods.product("WALK").put("price", 7))));
        calls.put("product changed", () -> well(goods.put("/products/" + product, "{\"sku\":\"WALK-3\"}")));
        calls.put("product", () -> well(goods.get("/products/" + product)));
        for (var filter : List.of("", "?sku=WALK", "?isActive=true", "?q=walk", "?categoryId=" + flowers)) {
            calls.put("products " + filter, () -> well(goods.get("/products" + filter)));
        }
        calls.put("categories", () -> well(goods.get("/categories")));
        calls.put(
                "category below",
                () -> well(goods.post(
                        "/categories", Api.object().put("name", "below").put("parentCategoryId", flowers))));
        calls.put(
                "category moved",
                () -> goods.put("/categories/" + flowers, Api.object().put("parentCategoryId", flowers)));
        calls.put("category used", () -> goods.delete("/categories/" + flowers));
        calls.put("package size", () -> well(goods.post("/package-sizes", "{\"name\":\"x\",\"isDefault\":true}")));
        calls.put("package sizes", () -> well(goods.get("/package-sizes")));
        calls.put("stock", () -> well(goods.get("/catalog/inventory")));
        calls.put(
                "stock of",
                () -> well(goods.get("/catalog/inventory?sku=WALK-3&productId=" + product + "&warehouseId="
                        + goods.defaultWarehouse())));
        calls.put("count", () -> well(goods.put(row, "{\"quantityOnHand\":9}")));
        calls.put("adjust", () -> well(goods.post(row + "/adjust", "{\"delta\":-1,\"reason\":\"x\"}")));
        calls.put("movements", () -> well(goods.get(row + "/movements")));
        calls.put("warehouse", () -> well(goods.post("/warehouses", "{\"name\":\"x\",\"isDefault\":true}")));
        calls.put("warehouses", () -> well(goods.get("/warehouses")));
        calls.put("archive", () -> well(goods.delete("/products/" + product)));
    }

    private static void prices(Api owner, Map<String, Runnable> calls) {
        var code = Api.object()
                .put("code", "WALK")
                .put("discountType", "percentage")
                .put("discountValue", 10);
        var discount = Api.object()
                .put("name", "walk")
                .put("discountType", "percentage")
                .put("discountValue", 10);
        var shipping =
                Api.object().put("name", "walk").put("ruleType", "FlatRate").put("cost", 1_000);
        var expense = Api.object("""
                {"name": "walk", "amount": 1, "expenseType": "Fixed", "category": "walk", "expenseDate": "2026-01-01"}
                """);
        for (var each : Map.of(
                        "/discounts/codes", code,
                        "/discounts/rules", discount,
                        "/shipping/rules", shipping,
                        "/expenses", expense)
                .entrySet()) {
            var path = Api.STAFF + each.getKey();
            calls.put("all of " + path, () -> {
                var made = owner.post(path, each.getValue());
                well(made);
                well(owner.get(path));
                well(owner.get(path + "/" + made.data("id")));
                well(owner.put(path + "/" + made.data("id"), Api.object().put("isActive", false)));
                well(owner.delete(path + "/" + made.data("id")));
            });
        }
        calls.put("validate", () -> well(owner.get(Api.STAFF + "/discounts/codes/validate?code=WALK&orderValue=1")));
        calls.put("subscription", () -> well(owner.get(Api.STAFF + "/subscription")));
        calls.put("usage", () -> well(owner.get(Api.STAFF + "/subscription/usage")));
        calls.put("spend cap", () -> well(owner.put(Api.STAFF + "/subscription/spend-cap", "{\"iqd\": 1}")));
        calls.put("customers", () -> well(owner.get(Api.STAFF + "/customers?q=1234")));
    }

    private static Api.Reply keyed(Shop shop) {
        return shop.key().withHeader("Idempotency-Key", "walk").post(Api.KEYS + "/orders", Shop.order());
    }

    private static ObjectNode bulk(String refs, int rows) {
        var body = Api.object();
        var orders = body.putArray("orders");
        for (var i = 0; i < rows; i++) {
            orders.add(Shop.order().put("externalRef", refs + "-" + i));
        }
        return body;
    }

    private static Api.Reply well(Api.Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }
}
