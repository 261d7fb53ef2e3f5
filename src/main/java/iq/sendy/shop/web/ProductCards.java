package iq.sendy.shop.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.shop.ShopProduct;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Cards of products in a list. A card is made once and kept by all that it shows, so a page of which one product has changed
 * makes one card anew.
 */
@Component
class ProductCards {

    private static final TemplateSpec CARD = new TemplateSpec("shop/card", Set.of("card"), TemplateMode.HTML, Map.of());

    private static final long MOST_BYTES = 16 << 20;

    /** Of what a card shows, beside its text. */
    private static final int EACH = 1 << 10;

    private final ObjectProvider<ITemplateEngine> templates;
    private final Cache<CardKey, String> cards = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<CardKey, String>weigher((_, card) -> EACH + 3 * card.length())
            .build();

    /** @param templates asked for late: what fills lists is a part of it */
    ProductCards(ObjectProvider<ITemplateEngine> templates) {
        this.templates = templates;
    }

    /**
     * All that a card depends on.
     *
     * @param product with what is said of it here as its description
     * @param currency of its price, by the name that words go by
     */
    private record CardKey(
            ShopProduct product,
            ShopLook look,
            ShopLinks links,
            String currency,
            Locale language,
            String heading,
            boolean eager) {}

    /** The content of a list, one card behind the other. */
    String html(List<ShopProduct> products, CardFrame frame) {
        var look = frame.look();
        var html = new StringBuilder();
        for (var at = 0; at < products.size(); at++) {
            var product = products.get(at);
            var key = new CardKey(
                    product.described(look.notes() ? look.note(product) : null),
                    look,
                    frame.links(),
                    frame.currency(),
                    frame.language(),
                    frame.heading(),
                    at < look.eager());
            html.append(cards.get(key, missing -> card(missing, frame)));
        }
        return html.toString();
    }

    private String card(CardKey key, CardFrame frame) {
        var shown = new Context(
                key.language(),
                Map.of(
                        "product", key.product(),
                        "shop", frame.shop(),
                        "look", key.look(),
                        "links", key.links(),
                        "heading", key.heading(),
                        "loading", key.eager() ? "eager" : "lazy"));
        return templates.getObject().process(CARD, shown);
    }
}
