package iq.sendy.catalog;

/** All that can come of adding or changing a product. */
public sealed interface SaveProductResult {

    record Saved(StockedProduct product, boolean fresh) implements SaveProductResult {}

    record NoSuchProduct() implements SaveProductResult {}

    record NoSuchCategory() implements SaveProductResult {}

    /** There is no product of this SKU yet, and a new one needs a name. */
    record NameMissing() implements SaveProductResult {}

    record SkuTaken() implements SaveProductResult {}

    record Archived() implements SaveProductResult {}
}
