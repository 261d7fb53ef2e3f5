package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductFilter;
import iq.sendy.dashboard.TypedSearch;
import iq.sendy.kernel.Uuids;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is looked for in the list of products, as it stands in its address. What cannot be read is not looked for.
 *
 * @param shown {@code yes}, {@code no}, or empty for both
 */
record ProductSearchForm(String q, String category, String shown) {

    static ProductSearchForm of(Function<String, @Nullable String> parameter) {
        return new ProductSearchForm(text(parameter, "q"), text(parameter, "category"), text(parameter, "shown"));
    }

    static String text(Function<String, @Nullable String> parameter, String name) {
        return TypedSearch.of(parameter.apply(name));
    }

    public boolean narrows() {
        return !q.isEmpty() || sieves();
    }

    /** Whether one of the folded fields says something. */
    public boolean sieves() {
        return !category.isEmpty() || !shown.isEmpty();
    }

    ProductFilter filter() {
        return new ProductFilter(q.isEmpty() ? null : q, Uuids.parse(category).orElse(null), isShown(), null);
    }

    private @Nullable Boolean isShown() {
        return switch (shown) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** The same list, as it begins or from a row on. */
    String from(@Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath(GoodsPaths.PRODUCTS);
        add(address, "q", q);
        add(address, "category", category);
        add(address, "shown", shown);
        add(address, "cursor", cursor == null ? "" : cursor);
        return address.encode().build().toUriString();
    }

    static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
