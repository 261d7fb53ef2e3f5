package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductRequest;
import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.SaveProduct;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.ShownFields;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Forms of a product, which send what the API takes; pictures have a form of their own. */
final class ProductForms {

    private static final String PRICE = "price";

    private ProductForms() {}

    /** The price alone, whatever else was sent. */
    static Bound<ProductRequest> priceOnly(Map<String, String[]> sent, Currency currency) {
        var alone = new HashMap<>(sent);
        alone.keySet().retainAll(Set.of(PRICE, ShownFields.NAME));
        alone.putIfAbsent(PRICE, new String[] {""});
        return FormBinder.bind(ProductRequest.class, alone, currency);
    }

    /** What the form of the price alone begins with, in the list. */
    static PageForm priced(ProductView product, PageReader reader) {
        return PageForm.ofStored().with(PRICE, reader.typed(product.price()));
    }

    /** Nothing but what it is known by: who sends it brings an archived product back. */
    static ProductRequest back(ProductView product, Currency currency) {
        return FormBinder.bind(ProductRequest.class, Map.of("sku", new String[] {product.sku()}), currency)
                .valid();
    }

    /** What is sent of a product's words: pictures stay as they are, since only their own forms judge addresses. */
    static SaveProduct command(ProductRequest words, Currency currency) {
        return words.command(Patch.leftOut(), currency);
    }

    /** What a form of a stored product begins with. */
    static PageForm form(ProductView product, PageReader reader) {
        return PageForm.ofStored()
                .with("sku", product.sku())
                .with("name", product.name())
                .with("description", product.description())
                .with("isActive", product.active())
                .with(PRICE, reader.typed(product.price()))
                .with("compareAtPrice", reader.typed(product.compareAtPrice()))
                .with("cost", reader.typed(product.cost()))
                .with("categoryId", product.categoryId())
                .with("weightGrams", product.weightGrams())
                .with("barcode", product.barcode())
                .with("trackInventory", product.trackStated());
    }
}
