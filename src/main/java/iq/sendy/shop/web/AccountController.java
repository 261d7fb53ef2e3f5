package iq.sendy.shop.web;

import iq.sendy.buyers.BrowserSessions;
import iq.sendy.buyers.BuyerAccount;
import iq.sendy.buyers.BuyerOrders;
import iq.sendy.buyers.CodePurpose;
import iq.sendy.buyers.OneTimeCodes;
import iq.sendy.buyers.OpenBrowserSession;
import iq.sendy.buyers.SendCode;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.RetryAfter;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.storefront.CartCookie;
import iq.sendy.storefront.OpenStorefront;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A buyer's account in a shop: signing in by a code, their orders, ordering again, signing out. */
@PageController
class AccountController {

    private static final String PATH = ShopArea.HOME + "/account";
    private static final String SIGN_IN = "shop/account-sign-in";

    private final OneTimeCodes codes;
    private final BrowserSessions sessions;
    private final BuyerOrders orders;
    private final BuyerCookie buyerCookie;
    private final CartCookie cartCookie;

    AccountController(
            OneTimeCodes codes,
            BrowserSessions sessions,
            BuyerOrders orders,
            BuyerCookie buyerCookie,
            CartCookie cartCookie) {
        this.codes = codes;
        this.sessions = sessions;
        this.orders = orders;
        this.buyerCookie = buyerCookie;
        this.cartCookie = cartCookie;
    }

    @GetMapping(PATH)
    @Allows(permission = Allows.ANYONE)
    ModelAndView show(
            OpenStorefront shop,
            Paging paging,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        hide(response);
        return buyer(shop, request)
                .map(buyer -> new ModelAndView(
                        "shop/account",
                        Map.of(
                                "buyer",
                                buyer,
                                "orders",
                                orders.list(shop.store().id(), buyer, paging)
                                        .map(order -> AccountOrder.of(
                                                order, language, shop.settings().zone())))))
                .orElseGet(() -> signIn(HttpStatus.OK, form(shop, "")));
    }

    /** Sends a code, and asks for it on the same page: reloading it sends no other within the minute. */
    @PostMapping(PATH + "/code")
    @Allows(permission = Allows.ANYONE)
    ModelAndView sendCode(
            OpenStorefront shop,
            @RequestParam(name = "phone", defaultValue = "") String typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        hide(response);
        var form = form(shop, typed);
        var phone = form.phone();
        if (phone == null) {
            return signIn(HttpStatus.BAD_REQUEST, form.wrong(phoneFault(typed)));
        }
        var command = new SendCode(phone, CodePurpose.REGISTRATION, request.getRemoteAddr());
        return switch (codes.send(shop.store().id(), command)) {
            case SendCode.Result.Sent _ -> signIn(HttpStatus.OK, form);
            case SendCode.Result.TooSoon(var delay) -> {
                var seconds = RetryAfter.seconds(delay);
                response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
                yield signIn(HttpStatus.TOO_MANY_REQUESTS, form.waits(seconds));
            }
            case SendCode.Result.Unreachable _ -> signIn(HttpStatus.CONFLICT, new AccountForm("", null, false, "", ""));
        };
    }

    @PostMapping(PATH + "/sign-in")
    @Allows(permission = Allows.ANYONE)
    ModelAndView signIn(
            OpenStorefront shop,
            ShopLinks links,
            @RequestParam(name = "phone", defaultValue = "") String typed,
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        hide(response);
        var form = form(shop, typed);
        var phone = form.phone();
        if (phone == null) {
            return signIn(HttpStatus.BAD_REQUEST, form.wrong(phoneFault(typed)));
        }
        var store = shop.store().id();
        var command = new OpenBrowserSession(phone, code, request.getRemoteAddr());
        return switch (sessions.open(store, command)) {
            case OpenBrowserSession.Result.CodeRefused() ->
                signIn(
                        HttpStatus.BAD_REQUEST,
                        form.wrong(code.isBlank() ? "account.code.missing" : "account.code.wrong"));
            case OpenBrowserSession.Result.BrowserSignedIn(var session) -> {
                buyerCookie.session(store, request).ifPresent(before -> sessions.end(store, before));
                buyerCookie.signIn(store, response, session);
                yield PageRedirect.to(links.account());
            }
        };
    }

    @PostMapping(PATH + "/sign-out")
    @Allows(permission = Allows.ANYONE)
    ModelAndView signOut(
            OpenStorefront shop, ShopLinks links, HttpServletRequest request, HttpServletResponse response) {
        var store = shop.store().id();
        buyerCookie.session(store, request).ifPresent(session -> sessions.end(store, session));
        buyerCookie.signOut(store, response);
        return PageRedirect.to(links.account());
    }

    /** Puts what was ordered into the cart, where it says what is no longer sold; a second time adds nothing. */
    @PostMapping(PATH + "/orders/{publicId}/again")
    @Allows(permission = Allows.ANYONE)
    ModelAndView orderAgain(
            OpenStorefront shop,
            ShopLinks links,
            @PathVariable("publicId") String publicId,
            HttpServletRequest request,
            HttpServletResponse response) {
        var store = shop.store().id();
        var buyer = buyer(shop, request);
        if (buyer.isEmpty()) {
            return PageRedirect.to(links.account());
        }
        var order = orders.find(store, buyer.get(), publicId).orElseThrow(RequestRejected::notFound);
        var cart = cartCookie.read(store, request);
        var ordered = new LinkedHashMap<String, Long>();
        order.order().lines().forEach(line -> ordered.merge(line.sku(), line.quantity(), Long::sum));
        for (var line : ordered.entrySet()) {
            var more = cart.with(line.getKey(), Math.max(cart.quantityOf(line.getKey()), line.getValue()));
            cart = cartCookie.holds(more) ? more : cart;
        }
        cartCookie.write(store, request, response, cart);
        return PageRedirect.to(links.cart());
    }

    private Optional<BuyerAccount> buyer(OpenStorefront shop, HttpServletRequest request) {
        var store = shop.store().id();
        return buyerCookie.session(store, request).flatMap(session -> sessions.find(store, session));
    }

    private AccountForm form(OpenStorefront shop, String typed) {
        var reachable = codes.serve(shop.store().id());
        return new AccountForm(typed, Phone.parse(typed).orElse(null), reachable, "", "");
    }

    private static String phoneFault(String typed) {
        return typed.isBlank() ? "account.phone.missing" : "account.phone.wrong";
    }

    private static ModelAndView signIn(HttpStatus status, AccountForm form) {
        return new ModelAndView(SIGN_IN, Map.of("account", form), status);
    }

    private static void hide(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
    }
}
