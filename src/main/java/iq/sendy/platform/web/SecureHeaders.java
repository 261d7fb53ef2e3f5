package iq.sendy.platform.web;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;

/** The headers that every answer carries, an API's or a page's. */
@Component
public class SecureHeaders {

    private final boolean https;

    SecureHeaders(@Value("${sendy.public.url:}") String publicUrl) {
        this.https = publicUrl.strip().toLowerCase(Locale.ROOT).startsWith("https:");
    }

    /**
     * Adds them to a security chain.
     *
     * @param permissions what the browser may lend, as {@code Permissions-Policy} says it
     */
    public void on(HeadersConfigurer<HttpSecurity> headers, String permissions) {
        headers.cacheControl(cache -> cache.disable())
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(permissions))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(transport -> {
                    if (https) {
                        // TLS ends at a proxy: what reaches us is plain, and what people use is not.
                        transport.requestMatcher(AnyRequestMatcher.INSTANCE);
                    } else {
                        transport.disable();
                    }
                });
    }
}
