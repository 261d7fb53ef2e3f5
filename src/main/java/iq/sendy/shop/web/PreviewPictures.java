package iq.sendy.shop.web;

import iq.sendy.media.Images;
import iq.sendy.media.PreviewCards;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.storefront.OpenStorefront;
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

    /** The preview of a page with this picture; of one without it is the shop's name. */
    public PreviewPicture of(OpenStorefront shop, @Nullable String pictureUrl) {
        if (pictureUrl == null) {
            return card(NamePictureController.card(shop));
        }
        var store = shop.store().id();
        return images.path(store, pictureUrl)
                .map(path -> PreviewCardController.path(store, shop.face().theme(), path.name()))
                .map(this::card)
                .orElseGet(() -> new PreviewPicture(pictureUrl, null, null));
    }

    private PreviewPicture card(String path) {
        return new PreviewPicture(publicUrl.of(path), PreviewCards.WIDTH, PreviewCards.HEIGHT);
    }
}
