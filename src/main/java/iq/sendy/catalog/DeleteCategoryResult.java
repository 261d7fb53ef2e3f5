package iq.sendy.catalog;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/** All that can come of deleting a category. */
public sealed interface DeleteCategoryResult {

    record Deleted() implements DeleteCategoryResult {}

    record NoSuchCategory() implements DeleteCategoryResult {}

    /** It still holds categories, or products that are not archived. */
    @RefusedWith(status = 409, code = "category.in_use")
    record InUse() implements DeleteCategoryResult, Refusal {}
}
