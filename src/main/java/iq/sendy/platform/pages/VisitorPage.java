package iq.sendy.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Page for visitors of a store: its language stands in its address, or is the store's own. Nothing about the reader changes it,
 * neither a cookie nor what their browser prefers, so that it can be one for all.
 *
 * @param path as the visitor sees it
 * @param query what of the query counts, without the language; null when nothing does
 */
public record VisitorPage(
        String path,
        @Nullable String query,
        PageLanguage own,
        @Nullable PageLanguage chosen) {

    private static final String ATTRIBUTE = VisitorPage.class.getName();

    /** A page in the store's language, unless the address names another one. */
    public static VisitorPage of(String path, @Nullable String query, String own, @Nullable String lang) {
        return new VisitorPage(
                path,
                query,
                PageLanguage.of(own).orElse(PageLanguage.ARABIC),
                PageLanguage.of(lang).orElse(null));
    }

    /** The language it is read in. */
    public PageLanguage language() {
        return Objects.requireNonNullElse(chosen, own);
    }

    /** What its links carry on; null where it is read in the store's own language. */
    public @Nullable String carried() {
        return language() == own ? null : language().tag();
    }

    /** Declares that the request is for it. */
    public void declare(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The page that a request is for, if it is for a visitor's of a known store. */
    public static Optional<VisitorPage> of(HttpServletRequest request) {
        return Optional.ofNullable((VisitorPage) request.getAttribute(ATTRIBUTE));
    }

    /** Links to the same page in each language. */
    PageFrame frame(Assets assets) {
        var switches = Arrays.stream(PageLanguage.values())
                .map(language -> new PageFrame.Switch(language, in(language), language == language()))
                .toList();
        return new PageFrame(language(), switches, assets);
    }

    /** Its address in a language. */
    public String in(PageLanguage language) {
        var address = UriComponentsBuilder.fromPath(path)
                .query(Objects.requireNonNullElse(query, ""))
                .replaceQueryParam(PageLanguages.PARAMETER);
        if (language != own) {
            address.queryParam(PageLanguages.PARAMETER, language.tag());
        }
        return address.build().toUriString();
    }
}
