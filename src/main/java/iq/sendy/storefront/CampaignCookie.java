package iq.sendy.storefront;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.pages.StoreCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Cookie of the share link that a visitor followed last: {@code code.seconds}, with the time of the visit, since not every
 * browser forgets a cookie when it is told to. What is ordered within 30 days of the visit carries the code.
 */
@Component
public class CampaignCookie {

    private static final Duration CREDITED = Duration.ofDays(30);
    private static final StoreCookie COOKIE = StoreCookie.hidden("campaign", CREDITED);
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
        return COOKIE.name(store);
    }

    /** Credits the link with what its visitor orders from now on; the last one that was followed counts. */
    public void write(StoreId store, HttpServletResponse response, String code) {
        COOKIE.write(store, response, code + BETWEEN + clock.instant().getEpochSecond());
    }

    /**
     * The campaign of an order that is placed with this request: the code of a link of this store, deleted meanwhile or
     * not, that was followed within 30 days. What a browser brings that is none is as if it were not there.
     */
    public Optional<String> campaign(StoreId store, HttpServletRequest request) {
        return COOKIE.read(store, request)
                .filter(this::fresh)
                .flatMap(value -> LinkCodes.parse(value.substring(0, value.indexOf(BETWEEN))))
                .filter(code -> owners.owns(store, code));
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
}
