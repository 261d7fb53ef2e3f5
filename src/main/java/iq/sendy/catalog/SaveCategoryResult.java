package iq.sendy.catalog;

/** All that can come of adding or changing a category. */
public sealed interface SaveCategoryResult {

    record Saved(CategoryView category) implements SaveCategoryResult {}

    record NoSuchCategory() implements SaveCategoryResult {}

    record NoSuchParent() implements SaveCategoryResult {}

    /** It would stand below itself. */
    record Cycle() implements SaveCategoryResult {}
}
