package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What every page is in a browser: in its language, complete in its words, no wider than a phone or a desk, and open to all.
 * The last is axe's word and dear. It is asked once about each state of a page, on both screens and in one language, and each
 * language has its third of the states; a state that was never asked about fails the class at its end.
 */
public final class PageJudge implements AutoCloseable {

    public static final int PHONE = 390;
    public static final int DESK = 1280;

    private static final List<String> LANGUAGES = List.of("ar", "ckb", "en");

    private static final String SEEN = """
            () => { const root = document.documentElement;
              return { lang: root.lang, dir: root.dir, wide: root.scrollWidth, untold: root.outerHTML.includes("??"),
                more: [%s].flatMap((one) => one()) }; }""";

    private final String name;
    private final String seen;
    private final Set<String> unasked = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();

    /**
     * @param name what the pictures of these pages begin with
     * @param more functions of the browser's language that answer what else is wrong, one text each
     */
    public PageJudge(String name, String... more) {
        this.name = name;
        this.seen = SEEN.replace("%s", String.join(", ", more));
    }

    /** Judges an open page of a state that comes in all three languages, on both screens. */
    public void judge(Page page, String state, String language) {
        onBoth(page, () -> judgeHere(page, state, language));
    }

    /** As {@link #judge}, on the screen as it is. */
    public void judgeHere(Page page, String state, String language) {
        lookHere(page, state, language);
        var whole = state + " " + page.viewportSize().width;
        if (LANGUAGES.get(Math.floorMod(state.hashCode(), LANGUAGES.size())).equals(language)) {
            ask(page, whole);
        } else if (!asked.contains(whole)) {
            unasked.add(whole);
        }
    }

    /** Judges an open page of a state that comes in one language, on the screen as it is. */
    public void judgeAlone(Page page, String state, String language) {
        lookHere(page, state, language);
        ask(page, state + " " + page.viewportSize().width);
    }

    private void ask(Page page, String whole) {
        assertThat(Chromium.barriers(page)).as("barriers on %s", whole).isEmpty();
        asked.add(whole);
        unasked.remove(whole);
    }

    /** As {@link #judge}, but for axe, which needs a page that runs scripts. */
    public void look(Page page, String state, String language) {
        onBoth(page, () -> lookHere(page, state, language));
    }

    private static void onBoth(Page page, Runnable judging) {
        var opened = page.viewportSize();
        judging.run();
        Chromium.resize(page, opened.width < DESK ? DESK : PHONE);
        judging.run();
        page.setViewportSize(opened.width, opened.height);
    }

    /** As {@link #look}, on the screen as it is. */
    public void lookHere(Page page, String state, String language) {
        // A page whose rest is still on its way is none yet.
        page.waitForLoadState();
        var width = page.viewportSize().width;
        var what = state + " in " + language + " on " + width + " pixels";
        Chromium.keep(page, name + "-" + state.replace('/', '-') + "-" + language + "-" + width);
        var found = (Map<?, ?>) page.evaluate(seen);
        assertThat(found.get("lang")).as(what).isEqualTo(language);
        assertThat(found.get("dir")).as(what).isEqualTo(language.equals("en") ? "ltr" : "rtl");
        assertThat(found.get("untold")).as("words are missing on %s", what).isEqualTo(false);
        assertThat(((Number) Objects.requireNonNull(found.get("wide"))).intValue())
                .as("%s scrolls sideways", what)
                .isLessThanOrEqualTo(width);
        assertThat((List<?>) found.get("more")).as(what).isEmpty();
    }

    @Override
    public void close() {
        assertThat(unasked).as("states that axe was never asked about").isEmpty();
    }
}
