package iq.sendy.catalog;

import iq.sendy.platform.api.Violations;
import iq.sendy.platform.url.PictureUrls;
import org.springframework.stereotype.Component;

/** Judges the addresses of a product's pictures. */
@Component
public class ImageAddresses {

    private final PictureUrls pictures;

    ImageAddresses(PictureUrls pictures) {
        this.pictures = pictures;
    }

    public void check(ProductRequest body, Violations violations) {
        var urls = body.imageUrls().value();
        for (var i = 0; urls != null && i < urls.size(); i++) {
            var url = urls.get(i);
            if (url != null && !pictures.allowed(url)) {
                violations.add("imageUrls[" + i + "]", "field.invalid");
            }
        }
    }
}
