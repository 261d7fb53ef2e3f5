package iq.sendy.shop.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.shop.ShopProduct;
import iq.sendy.storefront.OpenStorefront;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Cards of products in a list: {@code cards:of} on a list's element makes its content of them. A card is made once and kept by
 * all that it shows, so a page of which one product has changed makes one card anew.
 */
@Component
class ProductCards extends AbstractProcessorDialect {

    private static final int LAST = 10_000;

    ProductCards() {
        super("Product cards", "cards", LAST);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new OfAttribute(prefix));
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

    private static final class OfAttribute extends AbstractAttributeTagProcessor {

        private static final TemplateSpec CARD =
                new TemplateSpec("shop/card", Set.of("card"), TemplateMode.HTML, Map.of());

        private static final long MOST_BYTES = 16 << 20;

        /** Of what a card shows, beside its text. */
        private static final int EACH = 1 << 10;

        private final Cache<CardKey, String> cards = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .<CardKey, String>weigher((_, card) -> EACH + 3 * card.length())
                .build();

        OfAttribute(String prefix) {
            super(TemplateMode.HTML, prefix, "ul", false, "of", true, LAST, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String expression,
                IElementTagStructureHandler handler) {
            var products = (List<?>) StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, expression)
                    .execute(context);
            var shop = (OpenStorefront) named(context, "shop");
            var look = (ShopLook) named(context, "look");
            var links = (ShopLinks) named(context, "links");
            var heading = named(context, "heading").toString();
            var currency = shop.settings().currency().toString();
            var html = new StringBuilder();
            for (var at = 0; at < products.size(); at++) {
                var product = (ShopProduct) products.get(at);
                var key = new CardKey(
                        product.described(look.notes() ? look.note(product) : null),
                        look,
                        links,
                        currency,
                        context.getLocale(),
                        heading,
                        at < look.eager());
                html.append(cards.get(key, missing -> card(context, shop, missing)));
            }
            handler.setBody(html, false);
        }

        private static Object named(ITemplateContext context, String name) {
            return Objects.requireNonNull(context.getVariable(name), name);
        }

        private static String card(ITemplateContext context, OpenStorefront shop, CardKey key) {
            var shown = new Context(
                    key.language(),
                    Map.of(
                            "product", key.product(),
                            "shop", shop,
                            "look", key.look(),
                            "links", key.links(),
                            "heading", key.heading(),
                            "loading", key.eager() ? "eager" : "lazy"));
            var html = new StringWriter();
            context.getConfiguration().getTemplateManager().parseAndProcess(CARD, shown, html);
            return html.toString();
        }
    }
}
