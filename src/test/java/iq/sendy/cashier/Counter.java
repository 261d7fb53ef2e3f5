package iq.sendy.cashier;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Shop;
import tools.jackson.databind.node.ObjectNode;

/** The words for what happens at a shop's counter, spoken at the key door by one key. */
public final class Counter {

    private final Goods goods;
    private final Api key;

    private Counter(Goods goods, Api key) {
        this.goods = goods;
        this.key = key;
    }

    /** A new store with a key for its counter and its orders. */
    public static Counter opens(Api api) {
        return of(Goods.opens(api));
    }

    /** Another key for the counter of a store that is there. */
    public static Counter of(Goods goods) {
        var shop = goods.shop();
        return new Counter(
                goods,
                shop.anonymous().withKey(shop.mints("cashier:read", "cashier:write", "orders:read", "orders:write")));
    }

    public Goods goods() {
        return goods;
    }

    public Shop shop() {
        return goods.shop();
    }

    public Api key() {
        return key;
    }

    public Api.Reply get(String path) {
        return key.get(Api.KEYS + path);
    }

    public Api.Reply post(String path, Object body) {
        return key.post(Api.KEYS + path, body);
    }

    public Api.Reply opensWith(String register, long cash) {
        return post(
                "/cashier/sessions/open",
                Api.object().put("registerName", register).put("openingCash", cash));
    }

    /** Opens a session and answers its id. */
    public String session(String register, long cash) {
        return well(opensWith(register, cash)).data("id");
    }

    public Api.Reply moves(String session, String type, long amount) {
        return post(
                "/cashier/sessions/" + session + "/cash-movements",
                Api.object().put("type", type).put("amount", amount).put("reason", "فكة"));
    }

    public Api.Reply closes(String session, long counted) {
        return post("/cashier/sessions/" + session + "/close", Api.object().put("closingCash", counted));
    }

    public Api.Reply shows(String session) {
        return well(get("/cashier/sessions/" + session));
    }

    public long expected(String session) {
        return Long.parseLong(shows(session).data("expectedCash"));
    }

    /** What a cashier sends of one sale: pieces of a product, paid in cash. */
    public static ObjectNode sale(String sku, long quantity) {
        var sale = Api.object().put("paymentMethod", "Cash");
        sale.putArray("items").addObject().put("sku", sku).put("quantity", quantity);
        return sale;
    }

    public Api.Reply sells(String session, ObjectNode sale) {
        return post("/orders", sale.put("cashierSessionId", session));
    }
}
