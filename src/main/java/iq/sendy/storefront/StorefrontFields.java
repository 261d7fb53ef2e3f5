package iq.sendy.storefront;

import iq.sendy.kernel.InputText;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.url.HostSyntax;
import iq.sendy.platform.url.MailAddress;
import iq.sendy.platform.url.PictureUrls;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.storefront.StorefrontRequest.ReadFields;
import iq.sendy.storefront.model.SocialLink;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Judges what a storefront's fields are beyond their types: addresses, links, a domain. */
@Component
public class StorefrontFields {

    private static final int MOST_LINKS = 20;

    /** With the label of the record that proves it in front it must still be a name. */
    private static final int LONGEST_DOMAIN = 238;

    private final PictureUrls pictures;
    private final PublicUrl publicUrl;

    StorefrontFields(PictureUrls pictures, PublicUrl publicUrl) {
        this.pictures = pictures;
        this.publicUrl = publicUrl;
    }

    /** Notes whatever is wrong. */
    public ReadFields read(StorefrontRequest body, Violations violations) {
        picture("coverImageUrl", body.coverImageUrl().value(), violations);
        picture("bannerImageUrl", body.bannerImageUrl().value(), violations);
        var seo = body.seo().value();
        if (seo != null) {
            picture("seo.imageUrl", seo.imageUrl().value(), violations);
        }
        var mail = body.contactEmail().value();
        if (mail != null && !MailAddress.isSound(mail)) {
            violations.add("contactEmail", "field.invalid");
        }
        var promise = body.deliveryPromise().value();
        if (promise != null && promise.lines().count() > 1) {
            violations.add("deliveryPromise", "field.invalid");
        }
        return new ReadFields(links(body.socialLinks().value(), violations), domain(body, violations));
    }

    private void picture(String field, @Nullable String url, Violations violations) {
        if (url != null && !pictures.allowed(url)) {
            violations.add(field, "field.invalid");
        }
    }

    private @Nullable String domain(StorefrontRequest body, Violations violations) {
        var typed = body.customDomain().value();
        if (typed == null) {
            return null;
        }
        var host = HostSyntax.read(typed);
        if (host == null
                || !HostSyntax.isPublicName(typed)
                || host.text().length() > LONGEST_DOMAIN
                || publicUrl.isHost(host.text())) {
            violations.add("customDomain", "field.invalid");
            return null;
        }
        return host.text();
    }

    private static Map<String, String> links(@Nullable JsonNode sent, Violations violations) {
        if (sent == null) {
            return Map.of();
        }
        if (!sent.isObject()) {
            violations.add("socialLinks", "field.invalid");
            return Map.of();
        }
        if (sent.size() > MOST_LINKS) {
            violations.add("socialLinks", "field.out_of_range", "0", Integer.toString(MOST_LINKS));
            return Map.of();
        }
        var links = new LinkedHashMap<String, String>();
        sent.properties().forEach(link -> {
            var key = link.getKey().toLowerCase(Locale.ROOT);
            var address = address(key, link.getValue(), violations);
            if (address != null) {
                links.put(key, address);
            }
        });
        return links;
    }

    /** Null where there is none, and after noting what is wrong with one. */
    private static @Nullable String address(String key, JsonNode value, Violations violations) {
        if (!SocialLink.isKey(key)) {
            violations.add("socialLinks", "field.invalid");
            return null;
        }
        var where = "socialLinks." + key;
        if (value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            violations.add(where, "field.invalid");
            return null;
        }
        var typed = value.stringValue();
        if (InputText.beyond(typed, Text.URL)) {
            violations.add(where, "field.too_long", Integer.toString(Text.URL));
            return null;
        }
        var text = InputText.clean(typed);
        var address = SocialLink.address(key, text);
        if (address.isEmpty() && !text.isEmpty()) {
            violations.add(where, "field.invalid");
        }
        return address.orElse(null);
    }
}
