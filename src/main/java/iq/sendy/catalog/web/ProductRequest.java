package iq.sendy.catalog.web;

import iq.sendy.catalog.Catalog;
import iq.sendy.catalog.SaveProduct;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Digits;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Problems;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Checked;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Given;
import iq.sendy.platform.body.Ref;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a product, to add or to change it. */
record ProductRequest(
        @Required @Text(Text.REFERENCE) @Example("\"ROSE-RED\"")
        Given<String> sku,

        @Text(Text.NAME) @Example("\"باقة جوري أحمر\"") Given<String> name,
        @Text(Text.NOTES) Given<String> description,
        @Example("true") Given<Boolean> isActive,
        @Amount @Example("25000") Given<Long> price,
        @Amount Given<Long> compareAtPrice,
        @Amount Given<Long> cost,
        @Size(max = 20) @Text(Text.URL) Given<List<@Nullable String>> imageUrls,
        @Ref("category") Given<UUID> categoryId,
        @Whole(max = 100_000_000) @Example("700") Given<Long> weightGrams,
        @Text(Text.REFERENCE) Given<String> barcode,
        @Example("true") Given<Boolean> trackInventory,
        @Whole(max = 100_000_000) @Example("12") Given<Long> initialQuantity)
        implements Checked {

    @Override
    public void check(Problems problems) {
        needed("sku", sku, problems);
        needed("name", name, problems);
    }

    private static void needed(String field, Given<String> given, Problems problems) {
        if (given.present() && given.value() == null && !problems.has(field)) {
            problems.add(field, "field.required");
        }
    }

    /** Complaints about what only the catalogue knows belong to the others, if there are any. */
    void check(Catalog catalog, Caller caller, Problems problems) {
        var category = categoryId.value();
        if (!problems.isEmpty()
                && category != null
                && catalog.category(caller.store(), category).isEmpty()) {
            problems.add("categoryId", "category.unknown");
        }
    }

    /** A SKU is needed to add, and a name where no product has the SKU yet. */
    void checkNew(Catalog catalog, Caller caller, Problems problems) {
        var wanted = sku.value();
        if (!sku.present()) {
            problems.add("sku", "field.required");
        }
        if (name.present() || problems.has("name")) {
            return;
        }
        if (wanted == null || catalog.skusKnown(caller.store(), List.of(wanted)).isEmpty()) {
            problems.add("name", "field.required");
        }
    }

    /** The command, of a body that was found valid. */
    SaveProduct command(Currency currency) {
        return new SaveProduct(
                sku,
                name,
                description,
                isActive,
                price,
                compareAtPrice,
                cost,
                images(),
                categoryId,
                weightGrams,
                ascii(barcode),
                trackInventory,
                initialQuantity.value(),
                currency);
    }

    private Given<List<String>> images() {
        var urls = imageUrls.value();
        return urls == null
                ? new Given<>(imageUrls.present(), null)
                : Given.of(urls.stream().filter(Objects::nonNull).toList());
    }

    /** A barcode is a number, whatever digits it was typed in. */
    private static Given<String> ascii(Given<String> text) {
        var typed = text.value();
        return typed == null ? text : Given.of(Digits.toAscii(typed));
    }
}
