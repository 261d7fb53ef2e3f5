package iq.sendy.catalog.web;

import iq.sendy.platform.api.Violations;
import iq.sendy.platform.url.BrowserUrl;
import iq.sendy.platform.url.PublicUrl;
import org.springframework.stereotype.Component;

/** Judges where the pictures of products lie: anywhere that is https, and at this Sendy also while it is not. */
@Component
class ImageAddresses {

    private static final String UPLOADS = "/media/";

    private final PublicUrl publicUrl;

    ImageAddresses(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    void check(ProductRequest body, Violations violations) {
        var urls = body.imageUrls().value();
        for (var i = 0; urls != null && i < urls.size(); i++) {
            var url = urls.get(i);
            if (url != null && !BrowserUrl.secure(url) && !publicUrl.leadsBelow(UPLOADS, url)) {
                violations.add("imageUrls[" + i + "]", "field.invalid");
            }
        }
    }
}
