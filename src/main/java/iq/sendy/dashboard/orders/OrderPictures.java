package iq.sendy.dashboard.orders;

import iq.sendy.catalog.ProductPictures;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.Images;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Small pictures of what was ordered. One that lies elsewhere is not shown: no page of ours loads what strangers serve. */
@Component
class OrderPictures {

    private static final String SMALL = "?w=180";

    private final ProductPictures pictures;
    private final Images images;
    private final PageTrips trips;

    OrderPictures(ProductPictures pictures, Images images, PageTrips trips) {
        this.pictures = pictures;
        this.images = images;
        this.trips = trips;
    }

    /** Their addresses, by the ids of products. */
    Map<UUID, String> of(StoreId store, Collection<UUID> products) {
        var found = new HashMap<UUID, String>();
        if (products.isEmpty()) {
            return found;
        }
        var asked = pictures.of(store, List.copyOf(products));
        trips.ask(List.of(asked));
        for (var picture : asked.answer()) {
            images.path(store, picture.url()).ifPresent(path -> found.put(picture.productId(), path + SMALL));
        }
        return found;
    }
}
