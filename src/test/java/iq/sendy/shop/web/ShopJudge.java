package iq.sendy.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import iq.sendy.Chromium;
import java.util.List;

/** What every page of a shop must be in a browser: in its language, as wide as the screen, easy to hit, without barriers. */
final class ShopJudge {

    private static final String SMALL = """
            () => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, summary")]
              .filter((one) => !one.closest(".prose") && !one.classList.contains("skip"))
              .map((one) => [one, one.getBoundingClientRect()])
              .filter(([one, box]) => box.width > 1 && box.height > 1)
              .filter(([one, box]) => Math.round(box.height) < 44 && !one.closest(".card-name") && !one.closest(".facts")
                && !one.closest(".finder, .find") && !one.closest(".hero-product"))
              .map(([one, box]) => one.outerHTML.slice(0, 80) + " " + Math.round(box.height))""";

    private ShopJudge() {}

    static void judge(Page page, String what, int width, String language) {
        assertThat(page.locator("html").getAttribute("lang")).as(what).isEqualTo(language);
        assertThat(page.locator("html").getAttribute("dir")).as(what).isEqualTo(language.equals("en") ? "ltr" : "rtl");
        Chromium.keep(page, "shop-" + what + "-" + language + "-" + width);
        assertThat(Chromium.width(page)).as("%s scrolls sideways", what).isLessThanOrEqualTo(width);
        assertThat((List<?>) page.evaluate(SMALL))
                .as("too small to be hit on %s", what)
                .isEmpty();
        assertThat(Chromium.barriers(page)).as(what).isEmpty();
    }

    static String in(String path, String language) {
        if (language.equals("ar")) {
            return path;
        }
        return path + (path.indexOf('?') < 0 ? '?' : '&') + "lang=" + language;
    }
}
