package iq.sendy.agent;

import iq.sendy.agent.model.UntrustedText;
import iq.sendy.catalog.DisplayRule;
import iq.sendy.catalog.DisplayedProducts;
import iq.sendy.catalog.ProductSearch;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Products as the agent tells of them: those on display with a price, and whether there are any, never how many. */
@Component
class ProductLookups {

    private static final int LONGEST_DESCRIPTION = 600;

    private final ProductSearch search;
    private final DisplayedProducts products;
    private final ProductShelf shelves;
    private final ToolAnswers answers;
    private final ChatLinks pages;
    private final Pipeline pipeline;

    ProductLookups(
            ProductSearch search,
            DisplayedProducts products,
            ProductShelf shelves,
            ToolAnswers answers,
            ChatLinks pages,
            Pipeline pipeline) {
        this.search = search;
        this.products = products;
        this.shelves = shelves;
        this.answers = answers;
        this.pages = pages;
        this.pipeline = pipeline;
    }

    @Transactional(readOnly = true)
    public ToolOutcome search(StoreId store, String query, int most) {
        var found = search.find(store, DisplayRule.PRICED, query, most);
        var shelf = shelves.look(store, found);
        var told = found.stream().map(shelf::line).toList();
        return answers.told(Map.of("products", told), shelf.facts(found));
    }

    @Transactional(readOnly = true)
    public ToolOutcome find(StoreId store, String sku) {
        var found = pipeline.ask(products.bySku(store, DisplayRule.PRICED, List.of(sku)))
                .first();
        if (found.isEmpty()) {
            return answers.told(Map.of("found", false), TurnFacts.NONE);
        }
        var product = found.get();
        var shelf = shelves.look(store, List.of(product));
        var line = shelf.line(product);
        var description = product.description();
        if (description != null) {
            line.put("description", UntrustedText.clean(description, LONGEST_DESCRIPTION));
        }
        var page = pages.product(store, product.sku());
        page.ifPresent(url -> line.put("page", url));
        var facts = shelf.facts(List.of(product));
        return answers.told(
                Map.of("found", true, "product", line),
                page.map(url -> facts.plus(TurnFacts.ofUrl(url))).orElse(facts));
    }
}
