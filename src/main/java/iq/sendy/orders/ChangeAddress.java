package iq.sendy.orders;

import org.jspecify.annotations.Nullable;

/**
 * Change where an order goes.
 *
 * @param placeGiven whether coordinates were given at all; left out they stay
 * @param place null with {@code placeGiven} clears them
 */
public record ChangeAddress(
        String customerAddress,
        boolean placeGiven,
        @Nullable GeoPoint place) {}
