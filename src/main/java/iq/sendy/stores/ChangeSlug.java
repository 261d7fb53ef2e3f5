package iq.sendy.stores;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/**
 * Move a store to another slug.
 *
 * @param slug sound by {@link Stores#slugViolation}, in any letter case
 */
public record ChangeSlug(String slug) {

    /** All that can come of it. */
    public sealed interface Result {

        record Changed(StoreView store) implements Result {}

        @RefusedWith(status = 409, code = "slug.taken", field = "slug")
        record SlugTaken() implements Result, Refusal {}

        /** Old slugs lead on for good, so a store does not get one after the other. */
        @RefusedWith(status = 409, code = "slug.limit", field = "slug")
        record TooManySlugs() implements Result, Refusal {}
    }
}
