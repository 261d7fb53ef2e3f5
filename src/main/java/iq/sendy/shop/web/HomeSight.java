package iq.sendy.shop.web;

import iq.sendy.shop.ShopSight;
import iq.sendy.shop.SightQuestions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The sight of a shop's front that the page of a request shows, and before that the questions about it. */
final class HomeSight {

    private static final String ATTRIBUTE = HomeSight.class.getName();
    private static final String ASKED = SightQuestions.class.getName();

    private HomeSight() {}

    /** Questions that go along when the shop is looked up. */
    static void declare(HttpServletRequest request, SightQuestions questions) {
        request.setAttribute(ASKED, questions);
    }

    static void declare(HttpServletRequest request, ShopSight sight) {
        request.setAttribute(ATTRIBUTE, sight);
    }

    static Optional<ShopSight> of(HttpServletRequest request) {
        return Optional.ofNullable((ShopSight) request.getAttribute(ATTRIBUTE));
    }

    /** Those that are about this sight. */
    static Optional<SightQuestions> asked(HttpServletRequest request, ShopSight sight) {
        return Optional.ofNullable((SightQuestions) request.getAttribute(ASKED))
                .filter(questions -> sight.equals(questions.before()));
    }
}
