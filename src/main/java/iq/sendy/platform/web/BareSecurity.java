package iq.sendy.platform.web;

import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Base of every security chain: the headers of every answer and a refusal as an answer. Whatever else a chain does, CSRF
 * too, its owner puts on it. The framework's own base begins with a session, a login and all that it offers, and looks among
 * all beans for what customizes each, which was a twelfth of a start.
 */
@Component
public class BareSecurity {

    private final ApplicationContext beans;
    private final ObjectPostProcessor<Object> making;
    private final SecureHeaders secure;

    BareSecurity(ApplicationContext beans, ObjectPostProcessor<Object> making, SecureHeaders secure) {
        this.beans = beans;
        this.making = making;
        this.secure = secure;
    }

    /**
     * A new chain.
     *
     * @param permissions what the browser may lend, as {@code Permissions-Policy} says it
     */
    public HttpSecurity begin(String permissions) {
        var http = new HttpSecurity(
                making,
                new AuthenticationManagerBuilder(making),
                Map.of(
                        ApplicationContext.class,
                        beans,
                        PathPatternRequestMatcher.Builder.class,
                        PathPatternRequestMatcher.withDefaults(),
                        // Without it a refused request would be kept in a session.
                        RequestCache.class,
                        new NullRequestCache()));
        return http.exceptionHandling(Customizer.withDefaults()).headers(headers -> secure.on(headers, permissions));
    }
}
