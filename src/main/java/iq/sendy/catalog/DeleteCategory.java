package iq.sendy.catalog;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;

/** Delete a category that holds nothing. */
public record DeleteCategory(UUID category) {

    /** What can come of it. */
    public sealed interface Result {

        record Deleted() implements Result {}

        record NoSuchCategory() implements Result {}

        /** It still holds categories, or products that are not archived. */
        @RefusedWith(status = 409, code = "category.in_use")
        record InUse() implements Result, Refusal {}
    }
}
