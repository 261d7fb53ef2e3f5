package iq.sendy.identity;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import org.jspecify.annotations.Nullable;

/** An operator changes a store; what is null keeps its value. */
public record ChangeStore(
        StoreId store,
        Actor actor,
        @Nullable String name,
        @Nullable String slug,
        @Nullable Boolean suspended) {}
