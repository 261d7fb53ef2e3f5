package iq.sendy.shop.web;

import iq.sendy.PageJudge;

/** What every page of a shop must be in a browser beside what every page is: easy to hit. */
final class ShopJudge {

    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, summary")]
              .filter((one) => !one.closest(".prose") && !one.classList.contains("skip"))
              .map((one) => [one, one.getBoundingClientRect()])
              .filter(([one, box]) => box.width > 1 && box.height > 1)
              .filter(([one, box]) => Math.round(box.height) < 44 && !one.closest(".card-name") && !one.closest(".facts")
                && !one.closest(".finder, .find") && !one.closest(".hero-product"))
              .map(([one, box]) => "too small to be hit: " + one.outerHTML.slice(0, 80) + " " + Math.round(box.height))""";

    private ShopJudge() {}

    static PageJudge opens() {
        return new PageJudge("shop", TOO_SMALL);
    }

    static String in(String path, String language) {
        if (language.equals("ar")) {
            return path;
        }
        return path + (path.indexOf('?') < 0 ? '?' : '&') + "lang=" + language;
    }
}
