package iq.sendy.shop;

import org.jspecify.annotations.Nullable;

/**
 * Picture of a product as a page shows it.
 *
 * @param srcset its sizes, as the attribute says them; null where it is somebody else's
 * @param width of the picture itself, null where it is not known
 */
public record ShopPicture(
        String url,
        @Nullable String srcset,
        @Nullable Integer width,
        @Nullable Integer height) {}
