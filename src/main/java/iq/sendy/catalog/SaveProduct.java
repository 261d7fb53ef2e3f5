package iq.sendy.catalog;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.body.Patch;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Add or change a product. A field left out keeps its value, null clears it or brings its default back; SKU and name, once
 * given, are never null.
 *
 * @param initialQuantity counts on the first insert alone
 * @param currency what the amounts were read as
 */
public record SaveProduct(
        Patch<String> sku,
        Patch<String> name,
        Patch<String> description,
        Patch<Boolean> active,
        Patch<Long> price,
        Patch<Long> compareAtPrice,
        Patch<Long> cost,
        Patch<List<String>> imageUrls,
        Patch<UUID> categoryId,
        Patch<Long> weightGrams,
        Patch<String> barcode,
        Patch<Boolean> trackInventory,
        @Nullable Long initialQuantity,
        Currency currency) {

    /** What can come of it. */
    public sealed interface Result {

        record Saved(StockedProduct product, boolean fresh) implements Result {}

        record NoSuchProduct() implements Result {}

        @RefusedWith(code = "category.unknown", field = "categoryId")
        record NoSuchCategory() implements Result, Refusal {}

        /** There is no product of this SKU yet, and a new one needs a name. */
        @RefusedWith(code = "field.required", field = "name")
        record NameMissing() implements Result, Refusal {}

        @RefusedWith(status = 409, code = "product.sku_taken", field = "sku")
        record SkuTaken() implements Result, Refusal {}

        @RefusedWith(status = 409, code = "product.archived")
        record Archived() implements Result, Refusal {}
    }

    /** These pictures, and nothing else; the SKU is left out where the product is known by its id. */
    public static SaveProduct pictures(Patch<String> sku, List<String> urls, Currency currency) {
        return new SaveProduct(
                sku,
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.of(urls),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                null,
                currency);
    }

    /** The new product; its SKU and name must be there. */
    ProductView fresh(UUID id, Instant now) {
        return new ProductView(
                id,
                Objects.requireNonNull(sku.value()),
                Objects.requireNonNull(name.value()),
                description.value(),
                active.over(true, true),
                price.value(),
                compareAtPrice.value(),
                cost.value(),
                imageUrls.over(List.of(), List.of()),
                categoryId.value(),
                weightGrams.value(),
                barcode.value(),
                trackInventory.value(),
                initialQuantity != null,
                initialQuantity,
                1,
                now,
                now,
                null);
    }

    /** The product after this change, back for sale if it was archived; the very same if nothing changes. */
    ProductView over(ProductView before, Instant now) {
        var same = over(before, before.sequence(), before.updatedAt());
        return same.equals(before) ? before : over(before, before.sequence() + 1, now);
    }

    private ProductView over(ProductView before, long sequence, Instant updatedAt) {
        return new ProductView(
                before.id(),
                sku.over(before.sku(), before.sku()),
                name.over(before.name(), before.name()),
                description.over(before.description()),
                active.over(before.active(), true),
                price.over(before.price()),
                compareAtPrice.over(before.compareAtPrice()),
                cost.over(before.cost()),
                imageUrls.over(before.imageUrls(), List.of()),
                categoryId.over(before.categoryId()),
                weightGrams.over(before.weightGrams()),
                barcode.over(before.barcode()),
                trackInventory.over(before.trackStated()),
                before.counted(),
                before.initialQuantity(),
                sequence,
                before.createdAt(),
                updatedAt,
                null);
    }
}
