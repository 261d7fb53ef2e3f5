package iq.sendy.platform.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Sanitization of rich text: what a merchant wrote about products and policies, plain or with some HTML, as HTML of which
 * only known elements are left. It is kept as it was written and sanitised when it is shown, so a stricter policy also
 * holds for what is there already. In templates nothing else stands in {@code th:utext}.
 */
@Component("richText")
public final class RichText {

    /** More is not stored anywhere; the sanitiser's known worst cases stay cheap below it. */
    static final int MOST = 10_000;

    private static final List<String> LINKS = List.of("https:", "mailto:", "tel:");

    /** Who writes one of these says where lines end; else the line breaks of the text do. */
    private static final List<String> BLOCKS =
            List.of("p", "br", "ul", "ol", "li", "div", "h1", "h2", "h3", "h4", "table", "blockquote");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("br", "b", "i", "u", "ul", "ol")
            .allowElements(RichText::inItsDirection, "p", "li", "h2", "h3", "h4")
            .allowElements((_, attributes) -> inItsDirection("p", attributes), "div")
            .allowElements((_, attributes) -> inItsDirection("h2", attributes), "h1")
            .allowElements((_, _) -> "b", "strong")
            .allowElements((_, _) -> "i", "em")
            .allowElements("a")
            .allowAttributes("href")
            .matching(RichText::link)
            .onElements("a")
            .allowUrlProtocols("https", "mailto", "tel")
            .requireRelsOnLinks("noopener", "nofollow", "ugc")
            .toFactory();

    private static final long MOST_BYTES = 8 << 20;

    /** What was sanitised, by what was written: the texts of a page stay while its products change. */
    private static final Cache<String, String> SANITISED = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<String, String>weigher((written, html) -> 2 * (written.length() + html.length()))
            .build();

    RichText() {}

    /** Its HTML, safe in the body of a page; empty for nothing. */
    public static String html(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return "";
        }
        return SANITISED.get(bounded(written.strip()), RichText::sanitised);
    }

    private static String sanitised(String bounded) {
        return POLICY.sanitize(hasBlocks(bounded) ? bounded : paragraphs(bounded));
    }

    private static String bounded(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST);
    }

    /** An Arabic shop may describe a product in English: each paragraph begins where its own language does. */
    private static String inItsDirection(String element, List<String> attributes) {
        attributes.add("dir");
        attributes.add("auto");
        return element;
    }

    /** Links lead somewhere by name: one that depends on the page it stands on could be pointed at our own pages. */
    private static @Nullable String link(String element, String attribute, String value) {
        var address = value.strip();
        var lower = address.toLowerCase(Locale.ROOT);
        return LINKS.stream().anyMatch(lower::startsWith) ? address : null;
    }

    private static boolean hasBlocks(String text) {
        for (var at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (block(text, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean block(String text, int at) {
        for (var name : BLOCKS) {
            var end = at + name.length();
            if (text.regionMatches(true, at, name, 0, name.length())
                    && end < text.length()
                    && !Character.isLetterOrDigit(text.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    /** Empty lines divide paragraphs, single ones are kept. The sanitiser comes after, so nothing gets around it here. */
    private static String paragraphs(String text) {
        var html = new StringBuilder("<p>");
        var breaks = 0;
        for (var i = 0; i < text.length(); i++) {
            var symbol = text.charAt(i);
            if (symbol == '\n') {
                breaks++;
            } else if (symbol != '\r' && (breaks == 0 || !Character.isWhitespace(symbol))) {
                html.append(divider(breaks)).append(symbol);
                breaks = 0;
            }
        }
        return html.append("</p>").toString();
    }

    private static String divider(int breaks) {
        return switch (breaks) {
            case 0 -> "";
            case 1 -> "<br>";
            default -> "</p><p>";
        };
    }
}
