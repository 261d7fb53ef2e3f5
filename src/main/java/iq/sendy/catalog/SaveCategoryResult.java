package iq.sendy.catalog;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/** All that can come of adding or changing a category. */
public sealed interface SaveCategoryResult {

    record Saved(CategoryView category) implements SaveCategoryResult {}

    record NoSuchCategory() implements SaveCategoryResult {}

    @RefusedWith(code = "category.unknown", field = "parentCategoryId")
    record NoSuchParent() implements SaveCategoryResult, Refusal {}

    /** It would stand below itself. */
    @RefusedWith(code = "category.cycle", field = "parentCategoryId")
    record Cycle() implements SaveCategoryResult, Refusal {}
}
