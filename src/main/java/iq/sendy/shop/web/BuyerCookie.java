package iq.sendy.shop.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.pages.StoreCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cookie of a buyer's session in one store, kept as long as the session that it names. */
@Component
class BuyerCookie {

    private static final StoreCookie COOKIE = StoreCookie.hidden("buyer", Duration.ofDays(30));
    private static final int LONGEST = 64;

    Optional<String> session(StoreId store, HttpServletRequest request) {
        return COOKIE.read(store, request).filter(value -> value.length() <= LONGEST);
    }

    void signIn(StoreId store, HttpServletResponse response, String session) {
        COOKIE.write(store, response, session);
    }

    void signOut(StoreId store, HttpServletResponse response) {
        COOKIE.drop(store, response);
    }
}
