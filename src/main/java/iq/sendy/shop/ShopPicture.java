package iq.sendy.shop;

import iq.sendy.media.ImageSizes;
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
        @Nullable Integer height) {

    /** @param sizes null where it is somebody else's */
    static ShopPicture of(String url, @Nullable ImageSizes sizes) {
        return sizes == null
                ? new ShopPicture(url, null, null, null)
                : new ShopPicture(url, sizes.srcset(), sizes.width(), sizes.height());
    }
}
