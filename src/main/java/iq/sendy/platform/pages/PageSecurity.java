package iq.sendy.platform.pages;

import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.CredentialLookup;
import iq.sendy.platform.api.PageRequests;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.limits.RateLimits;
import iq.sendy.platform.web.BareSecurity;
import iq.sendy.platform.web.VisitedStores;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Security filter chain of an area of pages: session by cookie, forms with a token and from here alone, sign-in before
 * everything that is not open. What wants no page goes to the API's chain, and finds nothing behind it.
 */
@Component
public class PageSecurity {

    private final CredentialLookup credentialLookup;
    private final PageCookies cookies;
    private final RateLimits limits;
    private final AnswerWriter writer;
    private final BareSecurity security;
    private final VisitedStores visitedStores;
    private final String publicUrl;

    PageSecurity(
            CredentialLookup credentialLookup,
            PageCookies cookies,
            RateLimits limits,
            AnswerWriter writer,
            BareSecurity security,
            VisitedStores visitedStores,
            @Value("${sendy.public.url:}") String publicUrl) {
        this.credentialLookup = credentialLookup;
        this.cookies = cookies;
        this.limits = limits;
        this.writer = writer;
        this.security = security;
        this.visitedStores = visitedStores;
        this.publicUrl = publicUrl.strip();
    }

    /** To be a bean with an {@code @Order} of the module that has the pages. */
    public SecurityFilterChain chain(PageArea area) {
        var open = any(area.open());
        return security.begin(area.permissions())
                .securityMatcher(new AndRequestMatcher(any(area.paths()), wanted(any(area.files()))))
                .addFilterBefore(new SessionFilter(credentialLookup, cookies, limits, writer, open), CsrfFilter.class)
                .addFilterBefore(new FormFilter(writer, open, publicUrl), CsrfFilter.class)
                .csrf(forms -> forms.csrfTokenRepository(tokens())
                        // Whoever must sign in first is sent to do so, whatever they sent.
                        .requireCsrfProtectionMatcher(request -> FormRequests.changes(request)
                                && (request.getAttribute(Caller.ATTRIBUTE) != null || open.matches(request))))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(open).permitAll().anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new SignInFirst(area.signIn()))
                        .accessDeniedHandler((request, response, _) -> writer.write(
                                request,
                                response,
                                new RequestRejected(HttpStatus.FORBIDDEN, Violation.of("form.expired")))))
                .build();
    }

    /**
     * Security filter chain of pages for visitors of a store: who works for it or for another plays no part there, and the
     * store is bound. Their forms need no token, since nobody is signed in whose rights they could borrow, but they come
     * from our pages alone. To be a bean with an {@code @Order} of the module that has the pages.
     *
     * @param paths patterns of all pages
     * @param permissions what the browser may lend, as {@code Permissions-Policy} says it
     */
    public SecurityFilterChain visitors(List<String> paths, String permissions) {
        var all = any(paths);
        return security.begin(permissions)
                .securityMatcher(new AndRequestMatcher(all, PageRequests::wantPage))
                // As frame-ancestors says it to browsers that know it: a shop is shown beside what sets it up.
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin))
                .addFilterBefore(new VisitorFilter(visitedStores, limits, writer), AuthorizationFilter.class)
                .addFilterBefore(new FormFilter(writer, all, publicUrl), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Whether it is for a browser: it says so, or asks for a file that a page shows. */
    private static RequestMatcher wanted(RequestMatcher files) {
        return request -> {
            if (files.matches(request)) {
                PageRequests.want(request);
            }
            return PageRequests.wantPage(request);
        };
    }

    /** In a cookie and not in a session: a stranger who reads the sign-in page costs the database nothing. */
    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(PageCookies.FORM);
        tokens.setCookieCustomizer(PageCookies::guarded);
        return tokens;
    }

    private static RequestMatcher any(List<String> patterns) {
        return patterns.isEmpty()
                ? _ -> false
                : new OrRequestMatcher(patterns.stream()
                        .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                        .toList());
    }
}
