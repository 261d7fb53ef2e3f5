package iq.sendy.platform.url;

import org.springframework.stereotype.Component;

/** Judges where pictures that pages show lie: anywhere that is https, and at this Sendy also while it is not. */
@Component
public class PictureUrls {

    private static final String UPLOADS = "/media/";

    private final PublicUrl publicUrl;

    public PictureUrls(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Whether pages may show a picture from there. */
    public boolean allowed(String url) {
        return BrowserUrl.secure(url) || publicUrl.leadsBelow(UPLOADS, url);
    }
}
