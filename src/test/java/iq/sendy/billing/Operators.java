package iq.sendy.billing;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.accounts.Registrations;
import iq.sendy.kernel.Phone;
import tools.jackson.databind.node.ObjectNode;

/** What tests ask the platform's operators for. */
public final class Operators {

    private final Api door;

    private Operators(Api door) {
        this.door = door;
    }

    /** One who has just signed in. */
    public static Operators signIn(Api api, Registrations registrations) {
        var phone = Shop.newPhone();
        registrations.ensureOperator(Phone.parse(phone).orElseThrow(), Shop.PASSWORD);
        var login =
                api.post("/api/v1/auth/login", Api.object().put("phone", phone).put("password", Shop.PASSWORD));
        return new Operators(api.withToken(well(login).data("accessToken")));
    }

    /** The same with an {@code Idempotency-Key}. */
    Operators keyed(String key) {
        return new Operators(door.withHeader("Idempotency-Key", key));
    }

    public Api.Reply get(String path) {
        return door.get("/api/v1/admin" + path);
    }

    public Api.Reply post(String path, Object body) {
        return door.post("/api/v1/admin" + path, body);
    }

    public Api.Reply put(String path, Object body) {
        return door.put("/api/v1/admin" + path, body);
    }

    /** A plan of 25,000 dinars, with these fields besides. */
    public static ObjectNode plan(String fields) {
        var plan = Api.object().put("name", "متجر نامٍ").put("priceIqd", 25_000);
        plan.setAll(Api.object(fields));
        return plan;
    }

    /** Gives the store a plan of its own with these fields. */
    public String subscribes(Shop shop, String fields) {
        var plan = well(post("/plans", plan(fields))).data("id");
        well(put("/stores/" + shop.storeId() + "/subscription", Api.object().put("planId", plan)));
        return plan;
    }
}
