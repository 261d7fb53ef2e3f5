package iq.sendy.stores;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.audit.Actor;
import org.jspecify.annotations.Nullable;

/** An operator changes a store; what is null keeps its value. */
public record ChangeStore(
        StoreId store,
        Actor actor,
        @Nullable String name,
        @Nullable String slug,
        @Nullable Boolean suspended) {

    /** All that can come of it. */
    public sealed interface Result {}

    public record Changed(StoreView store) implements Result {}

    public record NoSuchStore() implements Result {}

    @RefusedWith(status = 409, code = "slug.taken", field = "slug")
    public record SlugTaken() implements Result, Refusal {}
}
