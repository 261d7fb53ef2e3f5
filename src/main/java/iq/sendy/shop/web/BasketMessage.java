package iq.sendy.shop.web;

import iq.sendy.shop.CartView;
import iq.sendy.shop.CartView.CartRow;
import iq.sendy.storefront.OpenStorefront;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Message by which a visitor orders in a chat: the basket as text, with its sum and where the shop is. */
@Component
class BasketMessage {

    private final ShopWords words;

    BasketMessage(ShopWords words) {
        this.words = words;
    }

    /** The address of the chat; null where the shop has none, or nothing can be ordered. */
    @Nullable
    String link(OpenStorefront shop, ShopLinks links, CartView cart, Locale language) {
        if (cart.priced() == null) {
            return null;
        }
        var text = new ArrayList<String>();
        text.add(words.say(language, "cart.whatsapp.hello"));
        cart.rows().stream()
                .filter(CartRow::sold)
                .map(row -> line(shop, row, language))
                .forEach(text::add);
        if (!cart.onRequest()) {
            text.add(words.say(
                    language,
                    "cart.whatsapp.sum",
                    words.money(language, shop.settings().currency(), cart.goods())));
        }
        text.add(links.absolute(links.home()));
        return shop.face().contact().whatsapp(String.join("\n", text));
    }

    private String line(OpenStorefront shop, CartRow row, Locale language) {
        var total = row.total();
        var cost = total == null
                ? words.say(language, "shop.onRequest")
                : words.money(language, shop.settings().currency(), total);
        return row.quantity() + " × " + row.name() + ": " + cost;
    }
}
