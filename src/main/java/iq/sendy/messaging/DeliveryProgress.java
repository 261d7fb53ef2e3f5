package iq.sendy.messaging;

import org.jspecify.annotations.Nullable;

/**
 * How far a delivery was read.
 *
 * @param items how many of its items had their turn, in their order
 * @param error which of those had no effect although they could be read; null when there is no such one
 */
public record DeliveryProgress(int items, @Nullable String error) {

    public static final DeliveryProgress NONE = new DeliveryProgress(0, null);

    /** Once more of them had their turn. */
    public DeliveryProgress to(int read) {
        return new DeliveryProgress(read, error);
    }

    /** Once it is known which of the last ones had no effect. */
    public DeliveryProgress with(String failed) {
        return new DeliveryProgress(items, error == null ? failed : error + "; " + failed);
    }
}
