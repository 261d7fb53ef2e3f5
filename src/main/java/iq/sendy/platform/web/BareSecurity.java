package iq.sendy.platform.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Base of every security chain: no session and no login of the framework's own, and the headers of every answer. */
public final class BareSecurity {

    private BareSecurity() {}

    /**
     * A chain with nothing on it but the headers.
     *
     * @param permissions what the browser may lend, as {@code Permissions-Policy} says it
     */
    public static HttpSecurity of(HttpSecurity http, SecureHeaders secure, String permissions) {
        // Without it a refused request would be kept in a session.
        http.setSharedObject(RequestCache.class, new NullRequestCache());
        return http.formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(headers -> secure.on(headers, permissions));
    }
}
