package iq.sendy.buyers;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.kernel.StoreId;
import java.util.UUID;

/** The words that scenarios of buyers are written in: a shop that is open to visitors, and what its buyers do there. */
public record BuyersShop(Shop shop, Api visitor, String slug, TakenCodes codes) {

    /** Opens a shop and publishes it. */
    public static BuyersShop opens(Api api, TakenCodes codes) {
        var shop = Shop.opens(api);
        var published = shop.owner().post(Api.STAFF + "/storefront/publish");
        if (published.status() != 200) {
            throw new AssertionError("A shop could not be published: " + published);
        }
        return new BuyersShop(shop, api, published.data("slug"), codes);
    }

    public StoreId store() {
        return new StoreId(UUID.fromString(shop.storeId()));
    }

    public String path(String below) {
        return "/api/v1/public/storefronts/" + slug + below;
    }

    public Api.Reply asksForCode(String phone, String purpose) {
        return visitor.post(
                path("/auth/otp/send"), Api.object().put("phone", phone).put("purpose", purpose));
    }

    /** A code for a purpose that has just been sent. */
    public String code(String phone, String purpose) {
        var asked = asksForCode(phone, purpose);
        if (asked.status() != 200) {
            throw new AssertionError("No code was sent: " + asked);
        }
        return codes.latest(phone);
    }

    public Api.Reply registers(String phone, String code) {
        return visitor.post(
                path("/auth/register"),
                Api.object()
                        .put("phone", phone)
                        .put("otpCode", code)
                        .put("name", "زينب علي")
                        .put("password", Shop.PASSWORD));
    }

    public Api.Reply signsIn(String phone, String password) {
        return visitor.post(
                path("/auth/login"), Api.object().put("phone", phone).put("password", password));
    }

    public Api.Reply resets(String phone, String code, String password) {
        return visitor.post(
                path("/auth/password/reset"),
                Api.object().put("phone", phone).put("otpCode", code).put("newPassword", password));
    }

    /** A buyer with an account, by their access token. */
    public Api buyer(String phone) {
        var registered = registers(phone, code(phone, "Registration"));
        if (registered.status() != 200) {
            throw new AssertionError("No account was made: " + registered);
        }
        return visitor.withToken(registered.data("accessToken"));
    }

    /** Places an order of a phone by key, and answers its public id. */
    public String orderOf(String phone) {
        var placed = shop.places(Shop.order().put("customerPhone", phone));
        if (placed.status() != 200) {
            throw new AssertionError("An order could not be placed: " + placed);
        }
        return placed.data("publicId");
    }
}
