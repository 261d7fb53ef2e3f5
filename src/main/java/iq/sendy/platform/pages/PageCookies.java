package iq.sendy.platform.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;
import org.springframework.stereotype.Component;

/**
 * The cookies of pages. By their prefix a browser takes them over TLS alone, from this host alone and for all of it, so no
 * neighbour can plant one. On {@code http://localhost} Chromium and Firefox take them as well.
 */
@Component
public class PageCookies {

    static final String SESSION = "__Host-sendy-session";
    static final String FORM = "__Host-sendy-form";
    private static final String KEPT = "__Host-sendy-";
    static final String LANGUAGE = "__Host-sendy-language";

    /** As long as the sign-in that it names. */
    private static final Duration SIGNED_IN = Duration.ofDays(30);

    private static final Duration YEAR = Duration.ofDays(365);

    /** What the session's cookie holds; empty when there is none. */
    public Optional<String> session(HttpServletRequest request) {
        return read(request, SESSION);
    }

    public void signIn(HttpServletResponse response, String session) {
        write(response, SESSION, session, SIGNED_IN);
        // Forms that were open before belong to nobody who is here now.
        write(response, FORM, "", Duration.ZERO);
    }

    public void signOut(HttpServletResponse response) {
        write(response, SESSION, "", Duration.ZERO);
        write(response, FORM, "", Duration.ZERO);
    }

    Optional<String> language(HttpServletRequest request) {
        return read(request, LANGUAGE);
    }

    void language(HttpServletResponse response, PageLanguage language) {
        write(response, LANGUAGE, language.tag(), YEAR);
    }

    /** What a reader prefers, kept for a year by a word; an empty value forgets it. */
    public void keep(HttpServletResponse response, String word, String value) {
        write(response, KEPT + word, value, value.isEmpty() ? Duration.ZERO : YEAR);
    }

    /** What was kept by a word. */
    public static Optional<String> kept(HttpServletRequest request, String word) {
        return read(request, KEPT + word);
    }

    /** What makes a cookie hold to its prefix. */
    static void guarded(ResponseCookieBuilder cookie) {
        cookie.path("/").secure(true).httpOnly(true).sameSite("Lax");
    }

    private static void write(HttpServletResponse response, String name, String value, Duration life) {
        var cookie = ResponseCookie.from(name, value).maxAge(life);
        guarded(cookie);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    /** What a cookie holds; empty when there is none, or nothing in it. */
    public static Optional<String> read(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }
}
