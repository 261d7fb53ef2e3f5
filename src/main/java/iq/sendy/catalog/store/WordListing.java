package iq.sendy.catalog.store;

import iq.sendy.catalog.DisplayRule;
import iq.sendy.catalog.ProductView;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import java.util.Collection;

/** Products on display that have any of some words, those with the most of them first. */
public final class WordListing {

    private static final Columns<WordPattern> PATTERNS = Columns.of(WordPattern.class, "w")
            .integer("word", WordPattern::word)
            .text("pattern", WordPattern::pattern);

    private WordListing() {}

    /** A pattern by which a word is found. */
    public record WordPattern(int word, String pattern) {}

    /** A product, and how many of the words it has. */
    public record WordedProduct(ProductView product, long matched) {}

    /** So many at most, before it is known which of them may be seen. */
    public static Query<WordedProduct> of(StoreId store, DisplayRule rule, Collection<WordPattern> patterns, int most) {
        return Query.of(
                        "select f.matched, " + ProductRows.COLUMNS
                                + " from (select array_agg(w.word) as words, array_agg(w.pattern) as patterns from "
                                + PATTERNS.table() + """
                                ) as a
                                cross join lateral catalog.products_with_words(a.words, a.patterns, :most) as f
                                join catalog.product as p on p.store_id = :store and p.id = f.product_id
                                where true
                                """
                                + DisplayListing.condition(rule) + " order by f.matched desc, p.id desc",
                        (row, index) -> new WordedProduct(ProductRows.product(row, index), row.getLong("matched")))
                .param("store", store.value())
                .rows(PATTERNS, patterns)
                .param("most", most);
    }
}
