package iq.sendy.platform.pages;

import iq.sendy.platform.api.Messages;
import iq.sendy.platform.api.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The reader's language: the one chosen by {@code ?lang=}, kept in a cookie, else what the browser prefers, else Arabic. A
 * shop's pages know theirs by themselves: {@link VisitorPage}.
 */
@Component
class PageLanguages implements LocaleResolver {

    static final String PARAMETER = "lang";

    private static final String CHOSEN = "sendy.page.language";

    private final Messages messages;
    private final PageCookies cookies;

    PageLanguages(Messages messages, PageCookies cookies) {
        this.messages = messages;
        this.cookies = cookies;
    }

    /** Takes note of a language that the reader asks for by a link; a visitor of a shop has it in each link. */
    void choose(HttpServletRequest request, HttpServletResponse response) {
        if (VisitorFilter.passed(request)) {
            return;
        }
        PageLanguage.of(request.getParameter(PARAMETER)).ifPresent(language -> {
            request.setAttribute(CHOSEN, language);
            cookies.language(response, language);
        });
    }

    PageLanguage of(HttpServletRequest request) {
        var visited = VisitorPage.of(request);
        if (visited.isPresent()) {
            return visited.get().language();
        }
        if (request.getAttribute(CHOSEN) instanceof PageLanguage chosen) {
            return chosen;
        }
        return cookies.language(request).flatMap(PageLanguage::of).orElseGet(() -> {
            var wished = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), "");
            var preferred = messages.preferred(wished, PageLanguage.ARABIC.locale());
            return PageLanguage.of(messages.tag(preferred)).orElse(PageLanguage.ARABIC);
        });
    }

    /** What a program reads has its language from the envelope's writer. */
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return PageRequests.wantPage(request) ? of(request).locale() : Locale.ENGLISH;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("A language is chosen by its link");
    }
}
