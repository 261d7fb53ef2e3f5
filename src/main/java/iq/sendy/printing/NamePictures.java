package iq.sendy.printing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.kernel.Bytes;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.printing.paper.LetteredPicture;
import org.springframework.stereotype.Service;

/** Pictures of names, for shops that have no picture: the whole name on a card, or its first letter as an icon. */
@Service
public class NamePictures {

    /** Whoever opens one chat asks for one card. */
    private static final long MOST_KEPT = 8L << 20;

    private final ComputePool compute;
    private final Cache<Picture, Bytes> drawn = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Picture _, Bytes bytes) -> bytes.length())
            .build();

    NamePictures(ComputePool compute) {
        this.compute = compute;
    }

    private record Picture(String words, int width, int height, NameColours colours) {}

    /** The whole name, as a PNG. */
    public Bytes card(String name, int width, int height, NameColours colours) {
        return draw(new Picture(name, width, height, colours));
    }

    /** The first letter of the name on a square, as a PNG. */
    public Bytes icon(String name, int side, NameColours colours) {
        var letter = name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
        return draw(new Picture(letter, side, side, colours));
    }

    private Bytes draw(Picture picture) {
        var known = drawn.getIfPresent(picture);
        if (known != null) {
            return known;
        }
        var colours = picture.colours();
        var bytes = compute.run(
                ComputeKind.PICTURE,
                () -> LetteredPicture.png(
                        picture.words(), picture.width(), picture.height(), colours.ground(), colours.ink()));
        drawn.put(picture, bytes);
        return bytes;
    }
}
