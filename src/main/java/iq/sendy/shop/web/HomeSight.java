package iq.sendy.shop.web;

import iq.sendy.shop.ShopSight;
import iq.sendy.shop.SightQuestions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/** The sight of a shop's front that the page of a request shows, and before that the questions about it. */
final class HomeSight {

    private static final String ATTRIBUTE = HomeSight.class.getName();
    private static final String ASKED = SightAsked.class.getName();

    private HomeSight() {}

    /**
     * Questions that went along when the shop was looked up.
     *
     * @param since when that was
     */
    record SightAsked(SightQuestions questions, Instant since) {

        void declare(HttpServletRequest request) {
            request.setAttribute(ASKED, this);
        }
    }

    static void declare(HttpServletRequest request, ShopSight sight) {
        request.setAttribute(ATTRIBUTE, sight);
    }

    static Optional<ShopSight> of(HttpServletRequest request) {
        return Optional.ofNullable((ShopSight) request.getAttribute(ATTRIBUTE));
    }

    /** Those that are about this sight. */
    static Optional<SightAsked> asked(HttpServletRequest request, ShopSight sight) {
        return Optional.ofNullable((SightAsked) request.getAttribute(ASKED))
                .filter(asked -> sight.equals(asked.questions().before()));
    }
}
