package iq.sendy.shop.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.pages.PageCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Cookie of a buyer's session in one store, which no script reads: on our own host other shops are neighbours. */
@Component
class BuyerCookie {

    private static final String PREFIX = "__Host-sendy-buyer-";
    private static final int LONGEST = 64;

    /** As long as the session that it names. */
    private static final Duration SIGNED_IN = Duration.ofDays(30);

    Optional<String> session(StoreId store, HttpServletRequest request) {
        return PageCookies.read(request, name(store)).filter(value -> value.length() <= LONGEST);
    }

    void signIn(StoreId store, HttpServletResponse response, String session) {
        write(store, response, session, SIGNED_IN);
    }

    void signOut(StoreId store, HttpServletResponse response) {
        write(store, response, "", Duration.ZERO);
    }

    private static void write(StoreId store, HttpServletResponse response, String value, Duration life) {
        var cookie = ResponseCookie.from(name(store), value)
                .maxAge(life)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String name(StoreId store) {
        var id = store.value().toString();
        return PREFIX + id.substring(id.length() - 8);
    }
}
