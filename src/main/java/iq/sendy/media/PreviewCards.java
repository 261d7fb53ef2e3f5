package iq.sendy.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Preview cards: what messengers show of a link, made of a picture that is kept here. Picture and colour are all that a card
 * is made of and never change, so an address that names both gives the same card for good, and none needs to be stored.
 */
@Service
public class PreviewCards {

    public static final int WIDTH = 1_200;
    public static final int HEIGHT = 630;

    /** Messengers leave out heavier ones. */
    public static final int MOST_BYTES = 250 << 10;

    /** A crowd that opens one chat asks for one card. */
    private static final long MOST_KEPT = 16L << 20;

    private final Images images;
    private final ComputePool compute;
    private final Cache<Card, Bytes> drawn = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Card _, Bytes bytes) -> bytes.length())
            .build();

    PreviewCards(Images images, ComputePool compute) {
        this.images = images;
        this.compute = compute;
    }

    private record Card(StoreId store, String name, int colour) {}

    /**
     * The card as a JPEG; empty when the store has no such picture.
     *
     * @param name the picture's
     * @param colour of the page, as red, green and blue
     */
    public Optional<Bytes> draw(StoreId store, String name, int colour) {
        var card = new Card(store, name, colour);
        var known = drawn.getIfPresent(card);
        if (known != null) {
            return Optional.of(known);
        }
        return images.findAny(store, name, WIDTH).map(picture -> {
            var bytes = compute.run(ComputeKind.PICTURE, () -> CardDrawing.of(picture.body(), colour));
            drawn.put(card, bytes);
            return bytes;
        });
    }
}
