package iq.sendy.shop.web;

import iq.sendy.media.Images;
import iq.sendy.media.PreviewCards;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.storefront.OpenStorefront;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chooses what messengers show of a page: a card made of the shop's picture, or one from elsewhere as it is. */
@Component
public class PreviewPictures {

    private final Images images;
    private final PublicUrl publicUrl;

    PreviewPictures(Images images, PublicUrl publicUrl) {
        this.images = images;
        this.publicUrl = publicUrl;
    }

    /** The preview of a page with this picture; empty for one without. */
    public Optional<PreviewPicture> of(OpenStorefront shop, @Nullable String pictureUrl) {
        if (pictureUrl == null) {
            return Optional.empty();
        }
        var store = shop.store().id();
        return Optional.of(images.path(store, pictureUrl)
                .map(path -> PreviewCardController.path(store, shop.face().theme(), path.name()))
                .map(path -> new PreviewPicture(publicUrl.of(path), PreviewCards.WIDTH, PreviewCards.HEIGHT))
                .orElseGet(() -> new PreviewPicture(pictureUrl, null, null)));
    }
}
