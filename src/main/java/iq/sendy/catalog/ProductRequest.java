package iq.sendy.catalog;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Digits;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a product, to add or to change it. */
public record ProductRequest(
        @Required @Text(Text.REFERENCE) @Example("\"ROSE-RED\"")
        Patch<String> sku,

        @Text(Text.NAME) @Example("\"باقة جوري أحمر\"") Patch<String> name,
        @Text(Text.NOTES) Patch<String> description,
        @Example("true") Patch<Boolean> isActive,
        @Amount @Example("25000") Patch<Long> price,
        @Amount Patch<Long> compareAtPrice,
        @Amount Patch<Long> cost,
        @Size(max = 20) @Text(Text.URL) Patch<List<@Nullable String>> imageUrls,
        @ReferenceTo("category") Patch<UUID> categoryId,
        @Whole(max = 100_000_000) @Example("700") Patch<Long> weightGrams,
        @Text(Text.REFERENCE) Patch<String> barcode,
        @Example("true") Patch<Boolean> trackInventory,
        @Whole(max = 100_000_000) @Example("12") Patch<Long> initialQuantity)
        implements CrossFieldRules {

    @Override
    public void check(Violations violations) {
        sku.neverCleared("sku", violations);
        name.neverCleared("name", violations);
    }

    /** Complaints about what only the catalogue knows belong to the others, if there are any. */
    public void check(Categories categories, Caller caller, Violations violations) {
        var category = categoryId.value();
        if (!violations.isEmpty()
                && category != null
                && categories.find(caller.store(), category).isEmpty()) {
            violations.add("categoryId", "category.unknown");
        }
    }

    /** A SKU is needed to add, and a name where no product has the SKU yet. */
    public void checkNew(Products products, Caller caller, Violations violations) {
        var wanted = sku.value();
        if (!sku.present()) {
            violations.add("sku", "field.required");
        }
        if (name.present() || violations.has("name")) {
            return;
        }
        if (wanted == null
                || products.knownSkus(caller.store(), List.of(wanted)).isEmpty()) {
            violations.add("name", "field.required");
        }
    }

    /** The command, of a body that was found valid. */
    public SaveProduct command(Currency currency) {
        return command(images(), currency);
    }

    /** As {@link #command(Currency)}, with other pictures. */
    public SaveProduct command(Patch<List<String>> pictures, Currency currency) {
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

    private Patch<List<String>> images() {
        var urls = imageUrls.value();
        return urls == null
                ? new Patch<>(imageUrls.present(), null)
                : Patch.of(urls.stream().filter(Objects::nonNull).toList());
    }

    /** A barcode is a number, whatever digits it was typed in. */
    private static Patch<String> ascii(Patch<String> text) {
        var typed = text.value();
        return typed == null ? text : Patch.of(Digits.toAscii(typed));
    }
}
