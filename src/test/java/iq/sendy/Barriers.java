package iq.sendy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What keeps people out of a page who use a keyboard, a screen reader or weak eyes. It is axe's word, which is dear: a part of a
 * page is left out when axe has found nothing in one of its kind, in this page or another (parts.js says what that is).
 */
final class Barriers {

    /** Rules that find nothing serious by their nature: looking for it took a tenth of the time. */
    private static final List<String> NEVER_SERIOUS = List.of(
            "aria-allowed-role",
            "aria-deprecated-role",
            "empty-table-header",
            "form-field-multiple-labels",
            "heading-order",
            "html-xml-lang-mismatch",
            "image-redundant-alt",
            "landmark-banner-is-top-level",
            "landmark-complementary-is-top-level",
            "landmark-contentinfo-is-top-level",
            "landmark-main-is-top-level",
            "landmark-no-duplicate-banner",
            "landmark-no-duplicate-contentinfo",
            "landmark-no-duplicate-main",
            "landmark-one-main",
            "landmark-unique",
            "meta-viewport-large",
            "no-autoplay-audio",
            "page-has-heading-one",
            "presentation-role-conflict",
            "region",
            "server-side-image-map",
            "skip-link",
            "table-duplicate-name");

    private static final String SERIOUS = """
            async ({ never, told }) => (await axe.run({ exclude: window.parts.of(told) }, { preload: false,
                resultTypes: ["violations"],
                rules: Object.fromEntries(never.map((rule) => [rule, { enabled: false }])) })).violations
              .filter((one) => ["serious", "critical"].includes(one.impact))
              .map((one) => one.id + ": " + one.nodes.map((node) => node.target.join(" ")).join(", "))""";

    private static final String PARTS = text("/parts.js");
    private static final String AXE = text("/axe.min.js");

    /** Kinds of parts in which nothing was found. */
    private static final Set<Object> TOLD = ConcurrentHashMap.newKeySet();

    private Barriers() {}

    static List<?> on(Page page) {
        var kinds = (Collection<?>) page.evaluate(PARTS);
        if (TOLD.containsAll(kinds)) {
            return List.of();
        }
        if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE);
        }
        var told = kinds.stream().filter(TOLD::contains).toList();
        var found = (List<?>) page.evaluate(SERIOUS, Map.of("never", NEVER_SERIOUS, "told", told));
        if (found.isEmpty()) {
            TOLD.addAll(kinds);
        }
        return found;
    }

    private static String text(String resource) {
        try (var script = Objects.requireNonNull(Barriers.class.getResourceAsStream(resource))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
