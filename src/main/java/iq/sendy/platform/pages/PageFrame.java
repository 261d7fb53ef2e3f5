package iq.sendy.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Page model: what every template has at hand as {@code page}.
 *
 * @param switches links to the same page in each language; empty where there is no same page to go to
 */
public record PageFrame(PageLanguage language, List<Switch> switches, Assets assets) {

    public PageFrame {
        switches = List.copyOf(switches);
    }

    /** A link to the page in another language, or the mark of the one that is read. */
    public record Switch(PageLanguage language, String url, boolean current) {}

    /** The address of a file below {@code static}. */
    public String asset(String name) {
        return assets.url(name);
    }

    static List<Switch> switches(HttpServletRequest request, PageLanguage read) {
        return Arrays.stream(PageLanguage.values())
                .map(language -> new Switch(language, url(request, language), language == read))
                .toList();
    }

    private static String url(HttpServletRequest request, PageLanguage language) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(PageLanguages.PARAMETER, language.tag())
                .build()
                .toUriString();
    }
}
