package iq.sendy.shop.web;

import iq.sendy.shop.ShopProduct;
import iq.sendy.storefront.OpenStorefront;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/** Lists of products in templates: {@code cards:of} on a list's element fills it with their {@link ProductCards}. */
@Component
class CardsDialect extends AbstractProcessorDialect {

    private static final int LAST = 10_000;

    private final ProductCards cards;

    CardsDialect(ProductCards cards) {
        super("Product cards", "cards", LAST);
        this.cards = cards;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new OfAttribute(prefix, cards));
    }

    private static final class OfAttribute extends AbstractAttributeTagProcessor {

        private final ProductCards cards;

        OfAttribute(String prefix, ProductCards cards) {
            super(TemplateMode.HTML, prefix, "ul", false, "of", true, LAST, true);
            this.cards = cards;
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
            var frame = new CardFrame(
                    (OpenStorefront) named(context, "shop"),
                    (ShopLook) named(context, "look"),
                    (ShopLinks) named(context, "links"),
                    context.getLocale(),
                    named(context, "heading").toString());
            handler.setBody(
                    cards.html(products.stream().map(ShopProduct.class::cast).toList(), frame), false);
        }

        private static Object named(ITemplateContext context, String name) {
            return Objects.requireNonNull(context.getVariable(name), name);
        }
    }
}
