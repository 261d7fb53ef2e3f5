package iq.sendy.storefront;

import iq.sendy.platform.api.VisitorMark;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Mark of a visitor in the cookie of their cart. It counts where carts are changed, priced and ordered; who proves a phone
 * or signs in counts by the network, as everywhere.
 */
@Component
class CartMark implements VisitorMark {

    private static final String ACCOUNT = "/account";

    private final CartCookie carts;
    private final ObjectProvider<OpenStorefronts> storefronts;

    /** @param storefronts asked for late: what counts stands before the database is open */
    CartMark(CartCookie carts, ObjectProvider<OpenStorefronts> storefronts) {
        this.carts = carts;
        this.storefronts = storefronts;
    }

    @Override
    public boolean mayBeWith(HttpServletRequest request) {
        return counts(request) && CartCookie.isWith(request);
    }

    @Override
    public Optional<String> of(HttpServletRequest request) {
        return storefronts
                .getObject()
                .lookUp(address(request.getServletPath()))
                .flatMap(store -> carts.visitor(store, request))
                .map(UUID::toString);
    }

    private static boolean counts(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return false;
        }
        var path = request.getServletPath();
        if (path.startsWith(ShopAddresses.API + "/")) {
            return path.endsWith("/quote") || path.endsWith("/orders");
        }
        var rest = rest(path);
        return path.startsWith(ShopAddresses.PAGES + "/") && !rest.equals(ACCOUNT) && !rest.startsWith(ACCOUNT + "/");
    }

    private static String address(String path) {
        var below = below(path);
        var end = below.indexOf('/');
        return end < 0 ? below : below.substring(0, end);
    }

    /** What comes behind the address. */
    private static String rest(String path) {
        var below = below(path);
        var end = below.indexOf('/');
        return end < 0 ? "" : below.substring(end);
    }

    private static String below(String path) {
        var prefix = path.startsWith(ShopAddresses.API + "/") ? ShopAddresses.API : ShopAddresses.PAGES;
        return path.length() > prefix.length() ? path.substring(prefix.length() + 1) : "";
    }
}
