package iq.sendy.shop.web;

import iq.sendy.shop.ShopSight;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The sight of a shop's front that the page of a request shows. */
final class HomeSight {

    private static final String ATTRIBUTE = HomeSight.class.getName();

    private HomeSight() {}

    static void declare(HttpServletRequest request, ShopSight sight) {
        request.setAttribute(ATTRIBUTE, sight);
    }

    static Optional<ShopSight> of(HttpServletRequest request) {
        return Optional.ofNullable((ShopSight) request.getAttribute(ATTRIBUTE));
    }
}
