package iq.sendy.shop.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.media.ImagePath;
import iq.sendy.media.PreviewCards;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.ids.SecretNames;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.storefront.Theme;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The preview cards. An address names the theme and the picture, from which the same card is drawn for good: what a messenger
 * was told once lives on, whatever the shop looks like now.
 */
@PublicController(value = "/media", counted = false)
class PreviewCardController {

    private static final String SUFFIX = ".jpg";
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final PreviewCards previewCards;

    PreviewCardController(PreviewCards previewCards) {
        this.previewCards = previewCards;
    }

    static String path(StoreId store, Theme theme, String picture) {
        return ImagePath.ROOT + store + "/cards/" + theme + "-" + picture + SUFFIX;
    }

    @GetMapping("/{store}/cards/{file}")
    @Describes("What messengers show of a link: a picture of the shop on the colour of its pages")
    ResponseEntity<byte[]> show(@PathVariable String store, @PathVariable String file) {
        var owner = ImagePath.store(store).orElseThrow(RequestRejected::notFound);
        var theme = theme(file).orElseThrow(RequestRejected::notFound);
        var picture = picture(file, theme);
        if (!SecretNames.valid(picture)) {
            throw RequestRejected.notFound();
        }
        var card = CurrentTenant.in(owner, () -> previewCards.draw(owner, picture, theme.page()))
                .orElseThrow(RequestRejected::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(card.toArray());
    }

    private static Optional<Theme> theme(String file) {
        return Arrays.stream(Theme.values())
                .filter(theme -> file.startsWith(theme + "-") && file.endsWith(SUFFIX))
                .findFirst();
    }

    /** What stands between theme and suffix. */
    private static String picture(String file, Theme theme) {
        var begin = theme.toString().length() + 1;
        return file.substring(begin, Math.max(begin, file.length() - SUFFIX.length()));
    }
}
