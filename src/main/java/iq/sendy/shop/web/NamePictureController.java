package iq.sendy.shop.web;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.ImagePath;
import iq.sendy.media.PreviewCards;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.printing.NameColours;
import iq.sendy.printing.NamePictures;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.OpenStorefronts;
import iq.sendy.storefront.Theme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Pictures of a shop's name: what messengers show of a shop without pictures, and the icons of a phone's home screen. An address
 * says of which name it is; one of a former name shows the present one, for an hour.
 */
@PublicController(value = "/media", counted = false)
class NamePictureController {

    static final List<Integer> ICONS = List.of(192, 512);

    private static final String CARD = "card";
    private static final String SUFFIX = ".png";
    private static final Duration FOR_GOOD = Duration.ofDays(365);
    private static final Duration FOR_NOW = Duration.ofHours(1);
    private static final int HASH_BYTES = 8;

    private final OpenStorefronts storefronts;
    private final NamePictures pictures;

    NamePictureController(OpenStorefronts storefronts, NamePictures pictures) {
        this.storefronts = storefronts;
        this.pictures = pictures;
    }

    /** Of a card, by a theme. */
    static String card(OpenStorefront shop) {
        return path(shop, CARD);
    }

    /** Of an icon, so many pixels wide. */
    static String icon(OpenStorefront shop, int side) {
        return path(shop, Integer.toString(side));
    }

    private static String path(OpenStorefront shop, String kind) {
        return ImagePath.ROOT + shop.store().id() + "/names/" + shop.face().theme() + "-" + kind + "-" + hash(shop)
                + SUFFIX;
    }

    private static String hash(OpenStorefront shop) {
        var name = shop.store().name().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256(name), HASH_BYTES));
    }

    @GetMapping("/{store}/names/{theme}-{kind}-{hash}.png")
    @Describes("A shop's name as a picture: what messengers show of a shop without pictures, or an icon")
    ResponseEntity<byte[]> show(
            @PathVariable String store,
            @PathVariable String theme,
            @PathVariable String kind,
            @PathVariable String hash) {
        var owner = ImagePath.store(store).orElseThrow(RequestRejected::notFound);
        var look = Arrays.stream(Theme.values())
                .filter(each -> each.toString().equals(theme))
                .findFirst()
                .orElseThrow(RequestRejected::notFound);
        var shop = shop(owner);
        var kept = hash.equals(hash(shop)) ? CacheControl.maxAge(FOR_GOOD).immutable() : CacheControl.maxAge(FOR_NOW);
        var picture = draw(shop, kind, look);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(kept.cachePublic())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(picture.toArray());
    }

    private OpenStorefront shop(StoreId owner) {
        return CurrentTenant.in(owner, () -> storefronts.of(owner)).orElseThrow(RequestRejected::notFound);
    }

    private Bytes draw(OpenStorefront shop, String kind, Theme theme) {
        var name = shop.store().name();
        if (kind.equals(CARD)) {
            return pictures.card(
                    name, PreviewCards.WIDTH, PreviewCards.HEIGHT, new NameColours(theme.page(), theme.accent()));
        }
        var side = ICONS.stream()
                .filter(each -> kind.equals(Integer.toString(each)))
                .findFirst()
                .orElseThrow(RequestRejected::notFound);
        return pictures.icon(name, side, new NameColours(theme.accent(), theme.page()));
    }
}
