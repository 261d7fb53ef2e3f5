package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.SaveProduct;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Digits;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A product as its form sends it, by the rules of the API's body; pictures have a form of their own. */
record ProductDraft(
        @Required @Text(Text.REFERENCE) Patch<String> sku,
        @Text(Text.NAME) Patch<String> name,
        @Text(Text.NOTES) Patch<String> description,
        Patch<Boolean> isActive,
        @Amount Patch<Long> price,
        @Amount Patch<Long> compareAtPrice,
        @Amount Patch<Long> cost,
        @ReferenceTo("category") Patch<UUID> categoryId,
        @Whole(max = 100_000_000) Patch<Long> weightGrams,
        @Text(Text.REFERENCE) Patch<String> barcode,
        Patch<Boolean> trackInventory,
        @Whole(max = 100_000_000) Patch<Long> initialQuantity)
        implements CrossFieldRules {

    private static final String PRICE = "price";

    @Override
    public void check(Violations violations) {
        sku.neverCleared("sku", violations);
        name.neverCleared("name", violations);
    }

    /** The price alone, whatever else was sent. */
    static Bound<ProductDraft> priceOnly(Map<String, String[]> sent, Currency currency) {
        var price = sent.getOrDefault(PRICE, new String[] {""});
        return FormBinder.bind(ProductDraft.class, Map.of(PRICE, price), currency);
    }

    /** No change at all, to be sent with pictures. */
    static ProductDraft nothing(Currency currency) {
        return FormBinder.bind(ProductDraft.class, Map.of(), currency).valid();
    }

    /** Nothing but what it is known by: who sends it brings an archived product back. */
    static ProductDraft back(ProductView product, Currency currency) {
        return FormBinder.bind(ProductDraft.class, Map.of("sku", new String[] {product.sku()}), currency)
                .valid();
    }

    /** What a form of a stored product begins with. */
    static PageForm form(ProductView product, PageReader reader) {
        return PageForm.empty()
                .with("sku", product.sku())
                .with("name", product.name())
                .with("description", product.description())
                .with("isActive", product.active())
                .with(PRICE, typed(product.price(), reader::typed))
                .with("compareAtPrice", typed(product.compareAtPrice(), reader::typed))
                .with("cost", typed(product.cost(), reader::typed))
                .with("categoryId", product.categoryId())
                .with("weightGrams", product.weightGrams())
                .with("barcode", product.barcode())
                .with("trackInventory", product.trackStated());
    }

    private static @Nullable String typed(@Nullable Long minor, Function<Long, String> typing) {
        return minor == null ? null : typing.apply(minor);
    }

    SaveProduct command(Currency currency) {
        return command(Patch.leftOut(), currency);
    }

    SaveProduct command(Patch<List<String>> pictures, Currency currency) {
        return new SaveProduct(
                sku,
                name,
                description,
                isActive,
                price,
                compareAtPrice,
                cost,
                pictures,
                categoryId,
                weightGrams,
                ascii(barcode),
                trackInventory,
                initialQuantity.value(),
                currency);
    }

    /** A barcode is a number, whatever digits it was typed in. */
    private static Patch<String> ascii(Patch<String> text) {
        var typed = text.value();
        return typed == null ? text : Patch.of(Digits.toAscii(typed));
    }
}
