package iq.sendy.shop;

import iq.sendy.media.ImageSizes;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.ChangeMark;
import iq.sendy.storefront.OpenStorefront;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Sight of a shop's front: what its first page shows, with what must be known to see in one trip whether that has changed.
 *
 * @param mark the store's, behind which it was seen
 * @param since when
 * @param paging which of its products were asked for
 * @param counted the products whose pieces are counted
 * @param sized the addresses of pictures, with the sizes of those that are kept here: neither ever changes
 * @param fees the version of the rules that its delivery fees follow from
 */
public record ShopSight(
        OpenStorefront shop,
        ChangeMark mark,
        Instant since,
        Paging paging,
        ShopFront front,
        Set<UUID> counted,
        Map<String, Optional<ImageSizes>> sized,
        Optional<UUID> fees) {

    /** Of a product and what is said of it beside its texts, in bytes. */
    private static final int EACH = 500;

    public ShopSight {
        counted = Set.copyOf(counted);
        sized = Map.copyOf(sized);
    }

    /** Whether the mark alone tells that it is the same; time may have been put back meanwhile. */
    boolean isTrusted(Instant now) {
        return !now.isBefore(since) && now.isBefore(since.plus(ChangeMark.TRUSTED));
    }

    /** The memory that it takes, roughly. */
    public int weight() {
        return front.products().items().stream()
                .mapToInt(product -> EACH
                        + 2 * product.name().length()
                        + 2
                                * (product.description() == null
                                        ? 0
                                        : product.description().length())
                        + product.pictures().stream()
                                .mapToInt(picture -> picture.url().length()
                                        + (picture.srcset() == null
                                                ? 0
                                                : picture.srcset().length()))
                                .sum())
                .sum();
    }
}
