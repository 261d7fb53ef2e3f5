package iq.sendy.shop.web;

import iq.sendy.storefront.OpenStorefront;
import java.util.Locale;

/**
 * Frame of product cards: what of it is the same for all cards of a list.
 *
 * @param heading the element of its name
 */
record CardFrame(OpenStorefront shop, ShopLook look, ShopLinks links, Locale language, String heading) {

    /** On the home of a shop. */
    static CardFrame home(ShopVisit visit) {
        var shop = visit.shop();
        return new CardFrame(
                shop,
                ShopLook.of(shop.face().theme()),
                visit.links(),
                visit.page().language().locale(),
                "h3");
    }

    /** The name by which words go of what a product costs. */
    String currency() {
        return shop.settings().currency().toString();
    }
}
