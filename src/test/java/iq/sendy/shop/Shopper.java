package iq.sendy.shop;

import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.Visitor.Shown;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody in a shop, with a browser without scripts; paths are those of its pages. */
final class Shopper {

    private final Visitor browser;
    private final Boutique boutique;

    Shopper(String base, Boutique boutique) {
        this.browser = new Visitor(base, null);
        this.boutique = boutique;
    }

    Shown opens(String path) {
        return follows(boutique.page(path));
    }

    /** Follows a link that is no page of the shop. */
    Shown follows(String path) {
        return browser.opens(path);
    }

    Shown sends(String path, String form) {
        return browser.sendsAsIs(boutique.page(path), form);
    }

    Shown sends(String path, Map<String, String> form) {
        return browser.sends(boutique.page(path), form);
    }

    /** A right order of one rose to Baghdad, as the page's form sends it. */
    Map<String, String> form(String phone) {
        var form = new LinkedHashMap<String, String>();
        form.put("phone", phone);
        form.put("name", "زينب علي");
        form.put("province", "BG");
        form.put("area", Shop.KARRADA);
        form.put("address", "الكرادة، قرب جامع الزوية");
        form.put("sku", "ROSE");
        form.put("pieces", "1");
        form.put("round", round());
        form.put("shown", "28000");
        form.put("do", "send");
        return form;
    }

    /** The cart's cookie. */
    String cart() {
        return browser.cookie(name());
    }

    /** The round that the cart is in. */
    String round() {
        var parts = cart().split("~", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    void brings(String cart) {
        browser.brings(name(), cart);
    }

    void forgetsCookies() {
        browser.forgetsCookies();
    }

    private String name() {
        return "__Host-sendy-cart-" + boutique.shop().storeId().substring(28);
    }
}
