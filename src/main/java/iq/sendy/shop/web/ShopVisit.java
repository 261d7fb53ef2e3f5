package iq.sendy.shop.web;

import iq.sendy.platform.pages.VisitorPage;
import iq.sendy.storefront.OpenStorefront;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Visit of an open shop: what a request to one of its addresses is about.
 *
 * @param links as they are reached by the address that the visitor uses
 * @param below the path below that address, decoded, empty or with a slash at its beginning
 * @param leadsTo where the page is found now; null where it is here
 */
record ShopVisit(
        OpenStorefront shop,
        ShopLinks links,
        VisitorPage page,
        String below,
        @Nullable String leadsTo) {

    private static final String ATTRIBUTE = ShopVisit.class.getName();

    void declare(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
        page.declare(request);
    }

    static Optional<ShopVisit> of(HttpServletRequest request) {
        return Optional.ofNullable((ShopVisit) request.getAttribute(ATTRIBUTE));
    }
}
