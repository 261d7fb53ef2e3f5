package iq.sendy.shop.web;

import iq.sendy.kernel.Digits;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.shop.ShopCarts;
import iq.sendy.shop.ShopWindow;
import iq.sendy.storefront.CartCookie;
import iq.sendy.storefront.OpenStorefront;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The cart of a visitor, which their browser holds. */
@PageController
class CartController {

    static final String PATH = ShopArea.HOME + "/cart";

    private static final int LONGEST_SKU = 100;

    private final CartCookie cartCookie;
    private final ShopCarts shopCarts;
    private final ShopWindow shopWindow;
    private final OrderCookie orderCookie;
    private final BasketMessage basketMessage;

    CartController(
            CartCookie cartCookie,
            ShopCarts shopCarts,
            ShopWindow shopWindow,
            OrderCookie orderCookie,
            BasketMessage basketMessage) {
        this.cartCookie = cartCookie;
        this.shopCarts = shopCarts;
        this.shopWindow = shopWindow;
        this.orderCookie = orderCookie;
        this.basketMessage = basketMessage;
    }

    /**
     * Shows it.
     *
     * @param removed the product that was taken out a moment ago, to put it back
     * @param pieces how many there were
     */
    @GetMapping(PATH)
    @Allows(permission = Allows.ANYONE)
    String show(
            OpenStorefront shop,
            ShopLinks links,
            @RequestParam(name = "removed", defaultValue = "") String removed,
            @RequestParam(name = "pieces", defaultValue = "") String pieces,
            @RequestParam(name = "full", required = false) @Nullable String full,
            HttpServletRequest request,
            Locale language,
            Model model) {
        var store = shop.store().id();
        var cart = cartCookie.read(store, request);
        var view = shopCarts.view(shop, cart);
        model.addAttribute("shop", shop);
        model.addAttribute("links", links);
        model.addAttribute("cart", view);
        model.addAttribute("full", full != null);
        model.addAttribute("chat", basketMessage.link(shop, links, view, language));
        model.addAttribute("last", orderCookie.last(store, request).orElse(null));
        if (possible(removed) && cart.quantityOf(removed) == 0) {
            shopWindow.product(shop, removed).ifPresent(product -> {
                model.addAttribute("removed", product);
                model.addAttribute("removedPieces", pieces(pieces).orElse(1));
            });
        }
        return "shop/cart";
    }

    /**
     * Changes it: {@code add} puts pieces in, {@code set} says how many there are, {@code remove} takes the product out. Who
     * wants to order at once goes on to the checkout; a product that was in the cart already is then not put in twice.
     */
    @PostMapping(PATH)
    @Allows(permission = Allows.ANYONE)
    ModelAndView change(
            OpenStorefront shop,
            ShopLinks links,
            @RequestParam(name = "sku", defaultValue = "") String sku,
            @RequestParam(name = "quantity", defaultValue = "") String quantity,
            @RequestParam(name = "step", defaultValue = "") String step,
            @RequestParam(name = "do", defaultValue = "add") String what,
            @RequestParam(name = "then", defaultValue = "") String then,
            HttpServletRequest request,
            HttpServletResponse response) {
        var store = shop.store().id();
        var before = cartCookie.read(store, request);
        if (!possible(sku)) {
            return PageRedirect.to(links.cart());
        }
        var atOnce = then.equals("checkout");
        var change = new CartChange(sku, what, pieces(quantity), step, atOnce);
        var after = change.on(before);
        if (!cartCookie.holds(after) || (before.full() && after.equals(before) && before.quantityOf(sku) == 0)) {
            return PageRedirect.to(ShopLinks.with(links.cart(), "full", "1"));
        }
        cartCookie.write(store, request, response, after);
        if (atOnce) {
            return PageRedirect.to(links.checkout());
        }
        var taken = before.quantityOf(sku);
        if (taken > 0 && after.quantityOf(sku) == 0) {
            var gone = ShopLinks.with(links.cart(), "removed", sku);
            return PageRedirect.to(ShopLinks.with(gone, "pieces", Long.toString(taken)));
        }
        return PageRedirect.to(links.cart());
    }

    static boolean possible(String sku) {
        return !sku.isBlank() && sku.length() <= LONGEST_SKU && sku.chars().noneMatch(Character::isISOControl);
    }

    /** As people type a number; empty when it is none. */
    static OptionalLong pieces(String typed) {
        var digits = Digits.toAscii(typed).strip();
        return Digits.only(digits, 9) ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
