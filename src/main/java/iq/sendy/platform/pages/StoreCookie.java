package iq.sendy.platform.pages;

import iq.sendy.kernel.StoreId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Cookie of a visitor in one store. On our own host the cookies of all stores are neighbours, so its name ends with the store's;
 * by its prefix a browser takes it over TLS alone and from this host alone.
 */
public final class StoreCookie {

    private static final int STORE = 8;

    private final String prefix;
    private final Duration kept;
    private final boolean hidden;

    private StoreCookie(String word, Duration kept, boolean hidden) {
        this.prefix = "__Host-sendy-" + word + "-";
        this.kept = kept;
        this.hidden = hidden;
    }

    /** One that no script reads. */
    public static StoreCookie hidden(String word, Duration kept) {
        return new StoreCookie(word, kept, true);
    }

    /** One that our scripts read, and so anybody's would. */
    public static StoreCookie shown(String word, Duration kept) {
        return new StoreCookie(word, kept, false);
    }

    /** Its name in a store. */
    public String name(StoreId store) {
        var id = store.value().toString();
        return prefix + id.substring(id.length() - STORE);
    }

    /** Whether a browser brings it, of whatever store. */
    public boolean isWith(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().startsWith(prefix)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What it holds; empty when there is none, or nothing in it. */
    public Optional<String> read(StoreId store, HttpServletRequest request) {
        return PageCookies.read(request, name(store));
    }

    public void write(StoreId store, HttpServletResponse response, String value) {
        write(store, response, value, kept);
    }

    /** The browser shall forget it. */
    public void drop(StoreId store, HttpServletResponse response) {
        write(store, response, "", Duration.ZERO);
    }

    private void write(StoreId store, HttpServletResponse response, String value, Duration life) {
        var cookie = ResponseCookie.from(name(store), value)
                .maxAge(life)
                .path("/")
                .secure(true)
                .httpOnly(hidden)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
