package iq.sendy.stores;

import org.jspecify.annotations.Nullable;

/**
 * Open a store.
 *
 * @param slug as the owner wants it; null takes the Latin form of the name, with a number behind it when that is taken
 */
public record OpenStore(String name, @Nullable String slug) {

    /** What can come of it. */
    public sealed interface Result {

        record Opened(StoreView store) implements Result {}

        /** It is not 3 to 50 of {@code a-z 0-9 -} with a letter or digit at both ends. */
        record SlugInvalid() implements Result {}

        record SlugReserved() implements Result {}

        record SlugTaken() implements Result {}
    }
}
