package iq.sendy.storefront;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/** Open a storefront to visitors. */
public final class PublishStorefront {

    private PublishStorefront() {}

    /** What can come of it. */
    public sealed interface Result {

        record Published(StorefrontView storefront) implements Result {}

        /** There is no address under which it could be found. */
        @RefusedWith(code = "field.required", field = "slug")
        record NoSlug() implements Result, Refusal {}
    }
}
