package iq.sendy.catalog;

import iq.sendy.catalog.model.SearchWords;
import iq.sendy.catalog.model.SearchWords.SearchWord;
import iq.sendy.catalog.store.WordListing;
import iq.sendy.catalog.store.WordListing.WordPattern;
import iq.sendy.catalog.store.WordListing.WordedProduct;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Search by what somebody says rather than types: words in any order among others, inflected, and, where nothing has them,
 * misspelt.
 */
@Service
public class ProductSearch {

    /** Among so many the best are chosen. */
    private static final int LOOKED_AT = 200;

    private final Pipeline pipeline;

    ProductSearch(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** So many products on display that are meant by a text, the best first. */
    @Transactional(readOnly = true)
    public List<ProductView> find(StoreId store, DisplayRule rule, String text, int most) {
        var words = SearchWords.of(text);
        if (words.words().isEmpty()) {
            return List.of();
        }
        var found = asked(store, rule, patterns(words, SearchWord::patterns));
        return found.isEmpty()
                ? misspelt(store, rule, words, most)
                : found.stream()
                        .sorted(Comparator.comparingLong(WordedProduct::matched)
                                .reversed()
                                .thenComparingInt(
                                        each -> -words.whole(each.product().name()))
                                .thenComparingInt(each -> each.product().name().length()))
                        .limit(most)
                        .map(WordedProduct::product)
                        .toList();
    }

    private List<ProductView> misspelt(StoreId store, DisplayRule rule, SearchWords words, int most) {
        var patterns = patterns(words, SearchWord::misspelt);
        if (patterns.isEmpty()) {
            return List.of();
        }
        return asked(store, rule, patterns).stream()
                .map(WordedProduct::product)
                .filter(product -> words.resembling(product.name()) > 0)
                .sorted(Comparator.comparingInt((ProductView product) -> -words.resembling(product.name()))
                        .thenComparingInt(product -> product.name().length()))
                .limit(most)
                .toList();
    }

    private List<WordedProduct> asked(StoreId store, DisplayRule rule, List<WordPattern> patterns) {
        return pipeline.ask(WordListing.of(store, rule, patterns, LOOKED_AT)).answer();
    }

    private static List<WordPattern> patterns(SearchWords words, Function<SearchWord, List<String>> each) {
        var patterns = new ArrayList<WordPattern>();
        for (var i = 0; i < words.words().size(); i++) {
            var number = i;
            each.apply(words.words().get(i)).forEach(pattern -> patterns.add(new WordPattern(number, pattern)));
        }
        return patterns;
    }
}
