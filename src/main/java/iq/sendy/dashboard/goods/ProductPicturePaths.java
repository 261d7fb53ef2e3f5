package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductView;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.Images;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the pictures of products are. One that is kept here comes in the size that is needed. */
@Component
class ProductPicturePaths {

    private static final String SMALL = "?w=180";
    private static final String LARGE = "?w=540";

    private final Images images;

    ProductPicturePaths(Images images) {
        this.images = images;
    }

    /** One of a product's pictures, as the page of the product shows it. */
    record ShownPicture(int place, String url, String path) {}

    /** The first as a line shows it; null where there is none. */
    @Nullable
    String small(StoreId store, ProductView product) {
        return first(store, product, SMALL);
    }

    /** The first as a card shows it. */
    @Nullable
    String large(StoreId store, ProductView product) {
        return first(store, product, LARGE);
    }

    private @Nullable String first(StoreId store, ProductView product, String size) {
        return product.imageUrls().isEmpty()
                ? null
                : path(store, product.imageUrls().getFirst(), size);
    }

    List<ShownPicture> all(StoreId store, ProductView product) {
        var urls = product.imageUrls();
        return IntStream.range(0, urls.size())
                .mapToObj(i -> new ShownPicture(i, urls.get(i), path(store, urls.get(i), SMALL)))
                .toList();
    }

    private String path(StoreId store, String url, String size) {
        return images.path(store, url).map(path -> path + size).orElse(url);
    }
}
