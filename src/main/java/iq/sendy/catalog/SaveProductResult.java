package iq.sendy.catalog;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/** All that can come of adding or changing a product. */
public sealed interface SaveProductResult {

    record Saved(StockedProduct product, boolean fresh) implements SaveProductResult {}

    record NoSuchProduct() implements SaveProductResult {}

    @RefusedWith(code = "category.unknown", field = "categoryId")
    record NoSuchCategory() implements SaveProductResult, Refusal {}

    /** There is no product of this SKU yet, and a new one needs a name. */
    @RefusedWith(code = "field.required", field = "name")
    record NameMissing() implements SaveProductResult, Refusal {}

    @RefusedWith(status = 409, code = "product.sku_taken", field = "sku")
    record SkuTaken() implements SaveProductResult, Refusal {}

    @RefusedWith(status = 409, code = "product.archived")
    record Archived() implements SaveProductResult, Refusal {}
}
