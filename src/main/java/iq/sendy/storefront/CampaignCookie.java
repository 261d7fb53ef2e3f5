package iq.sendy.storefront;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.StoreId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Cookie of the share link that a visitor followed last: {@code code.seconds}, with the time of the visit, since not every
 * browser forgets a cookie when it is told to. What is ordered within 30 days of the visit carries the code.
 */
@Component
public class CampaignCookie {

    private static final Duration CREDITED = Duration.ofDays(30);
    private static final String PREFIX = "__Host-sendy-campaign-";
    private static final char BETWEEN = '.';

    /** As many digits as seconds have until the year 2286. */
    private static final int SECONDS = 10;

    private final LinkOwners owners;
    private final Clock clock;

    CampaignCookie(LinkOwners owners, Clock clock) {
        this.owners = owners;
        this.clock = clock;
    }

    /** The cookie's name, another one for each store, since on our own host they are neighbours. */
    public static String name(StoreId store) {
        var id = store.value().toString();
        return PREFIX + id.substring(id.length() - 8);
    }

    /** Credits the link with what its visitor orders from now on; the last one that was followed counts. */
    public void write(StoreId store, HttpServletResponse response, String code) {
        var cookie = ResponseCookie.from(
                        name(store), code + BETWEEN + clock.instant().getEpochSecond())
                .maxAge(CREDITED)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /**
     * The campaign of an order that is placed with this request: the code of a link of this store, deleted meanwhile or
     * not, that was followed within 30 days. What a browser brings that is none is as if it were not there.
     */
    public Optional<String> campaign(StoreId store, HttpServletRequest request) {
        return cookies(request)
                .filter(cookie -> cookie.getName().equals(name(store)))
                .map(Cookie::getValue)
                .filter(this::fresh)
                .flatMap(value -> LinkCodes.parse(value.substring(0, value.indexOf(BETWEEN))).stream())
                .filter(code -> owners.owns(store, code))
                .findFirst();
    }

    private boolean fresh(String value) {
        var seconds = value.substring(value.indexOf(BETWEEN) + 1);
        if (value.indexOf(BETWEEN) < 0 || seconds.length() != SECONDS || !Digits.only(seconds, SECONDS)) {
            return false;
        }
        var visited = Instant.ofEpochSecond(Long.parseLong(seconds));
        var now = clock.instant();
        return !visited.isAfter(now) && visited.plus(CREDITED).isAfter(now);
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null ? Stream.of() : Arrays.stream(cookies);
    }
}
