package iq.sendy.shop.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.pages.StoreCookie;
import iq.sendy.platform.secrets.Digests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Cookie of the order that a browser placed last in a store: {@code publicId~signature}. By it the page of thanks is shown to
 * whoever placed the order, and to nobody who was only told its code.
 */
@Component
class OrderCookie {

    private static final StoreCookie COOKIE = StoreCookie.hidden("order", Duration.ofDays(30));
    private static final String PURPOSE = "placed-order ";
    private static final String BETWEEN = "~";
    private static final int SIGNATURE = 12;
    private static final int LONGEST = 64;

    private final Digests digests;

    OrderCookie(Digests digests) {
        this.digests = digests;
    }

    /** The code of the order; empty when none was placed here, or when somebody else says so. */
    Optional<String> last(StoreId store, HttpServletRequest request) {
        return COOKIE.read(store, request).flatMap(value -> signed(store, value));
    }

    void write(StoreId store, HttpServletResponse response, String publicId) {
        COOKIE.write(store, response, publicId + BETWEEN + signature(store, publicId));
    }

    private Optional<String> signed(StoreId store, String value) {
        var end = value.indexOf(BETWEEN);
        if (end < 0 || value.length() > LONGEST) {
            return Optional.empty();
        }
        var said = value.substring(end + 1).getBytes(StandardCharsets.US_ASCII);
        return PublicIds.parse(value.substring(0, end))
                .filter(id -> MessageDigest.isEqual(signature(store, id).getBytes(StandardCharsets.US_ASCII), said));
    }

    private String signature(StoreId store, String publicId) {
        var digest = digests.of(PURPOSE + store, publicId);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, SIGNATURE));
    }
}
