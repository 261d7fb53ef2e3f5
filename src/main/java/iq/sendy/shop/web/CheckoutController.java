package iq.sendy.shop.web;

import iq.sendy.buyers.CodePurpose;
import iq.sendy.buyers.OneTimeCodes;
import iq.sendy.buyers.SendCode;
import iq.sendy.checkout.CheckoutVisit;
import iq.sendy.checkout.ShopCheckout;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RetryAfter;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.shop.AgreedCheckout;
import iq.sendy.shop.ShopCheckouts;
import iq.sendy.storefront.CampaignCookie;
import iq.sendy.storefront.Cart;
import iq.sendy.storefront.CartCookie;
import iq.sendy.storefront.OpenStorefront;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ordering on one screen. Without scripts each button sends all that was typed, and the page comes back with it. */
@PageController
class CheckoutController {

    static final String PATH = ShopArea.HOME + "/checkout";

    private final CartCookie cartCookie;
    private final OrderCookie orderCookie;
    private final CampaignCookie campaignCookie;
    private final ShopCheckouts shopCheckouts;
    private final OneTimeCodes oneTimeCodes;
    private final CheckoutPages pages;

    CheckoutController(
            CartCookie cartCookie,
            OrderCookie orderCookie,
            CampaignCookie campaignCookie,
            ShopCheckouts shopCheckouts,
            OneTimeCodes oneTimeCodes,
            CheckoutPages pages) {
        this.cartCookie = cartCookie;
        this.orderCookie = orderCookie;
        this.campaignCookie = campaignCookie;
        this.shopCheckouts = shopCheckouts;
        this.oneTimeCodes = oneTimeCodes;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Allows(permission = Allows.ANYONE)
    ModelAndView show(OpenStorefront shop, ShopLinks links, HttpServletRequest request, Locale language) {
        var store = shop.store().id();
        var cart = cartCookie.read(store, request);
        if (cart.isEmpty()) {
            return PageRedirect.to(links.cart());
        }
        var form = CheckoutForm.fresh(cart, cartCookie.round(store, request));
        return pages.shown(new CheckoutPages.Asked(shop, links, form, language));
    }

    /**
     * Takes what was typed.
     *
     * @param what {@code send} places the order, {@code otp} sends another one-time code; anything else shows the page again
     *     with the areas and sums of what was typed
     */
    @PostMapping(PATH)
    @Allows(permission = Allows.ANYONE)
    ModelAndView order(
            OpenStorefront shop,
            ShopLinks links,
            @RequestParam(name = "do", defaultValue = "send") String what,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        var form = CheckoutForm.of(request);
        if (form.cart().isEmpty()) {
            return PageRedirect.to(links.cart());
        }
        var asked = new CheckoutPages.Asked(shop, links, form, language);
        return switch (what) {
            case "send" -> send(asked, request, response);
            case "otp" -> sendCode(asked, request, response);
            default -> {
                remember(shop.store().id(), form.cart(), request, response);
                yield pages.shown(asked);
            }
        };
    }

    /** The cart follows what was changed in the summary of the checkout. */
    private void remember(StoreId store, Cart cart, HttpServletRequest request, HttpServletResponse response) {
        if (!cart.equals(cartCookie.read(store, request))) {
            cartCookie.write(store, request, response, cart);
        }
    }

    private ModelAndView send(CheckoutPages.Asked asked, HttpServletRequest request, HttpServletResponse response) {
        var shop = asked.shop();
        var form = asked.form();
        var campaign = campaignCookie.campaign(shop.store().id(), request).orElse(null);
        var visit = new CheckoutVisit(request.getRemoteAddr(), form.token(), campaign, form.trap());
        var command = new AgreedCheckout(form.bound(shop.settings().currency()), visit, form.shown());
        return switch (shopCheckouts.place(shop, command)) {
            case AgreedCheckout.Result.TotalChanged(var total) -> pages.changed(asked, total);
            case AgreedCheckout.Result.Answered(var answer) ->
                switch (answer) {
                    case ShopCheckout.Result.Placed(var order, var duplicate) ->
                        placed(asked, order, duplicate, request, response);
                    case ShopCheckout.Result.Invalid(var violations) -> invalid(asked, violations, request, response);
                    case ShopCheckout.Result.Unlikely _ -> pages.again(asked);
                    case ShopCheckout.Result.CustomerBlocked _, ShopCheckout.Result.TooManyOrders _ ->
                        pages.refused(asked);
                    case ShopCheckout.Result.TooManyNewcomers(var delay) -> {
                        response.setHeader(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(delay));
                        yield pages.tooMany(asked, RetryAfter.seconds(delay));
                    }
                    case ShopCheckout.Result.OutOfStock short_ ->
                        pages.faulty(asked, short_.violations(), HttpStatus.CONFLICT);
                };
        };
    }

    private ModelAndView placed(
            CheckoutPages.Asked asked,
            OrderView order,
            boolean duplicate,
            HttpServletRequest request,
            HttpServletResponse response) {
        var store = asked.shop().store().id();
        var left = cartCookie.read(store, request);
        for (var line : asked.form().cart().lines()) {
            left = left.without(line.sku());
        }
        cartCookie.writeNext(store, request, response, left);
        orderCookie.write(store, response, order.publicId());
        var thanks = asked.links().thanks(order.publicId());
        return PageRedirect.to(duplicate ? ShopLinks.with(thanks, "before", "1") : thanks);
    }

    private ModelAndView invalid(
            CheckoutPages.Asked asked,
            List<Violation> violations,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (violations.stream().allMatch(violation -> violation.code().equals("otp.required"))) {
            return sendCode(asked, request, response);
        }
        return pages.faulty(asked, violations, HttpStatus.BAD_REQUEST);
    }

    private ModelAndView sendCode(CheckoutPages.Asked asked, HttpServletRequest request, HttpServletResponse response) {
        var phone = asked.form().phone();
        if (phone.isEmpty()) {
            return pages.faulty(asked, List.of(Violation.at("customerPhone", "phone.invalid")), HttpStatus.BAD_REQUEST);
        }
        var command = new SendCode(phone.get(), CodePurpose.ORDER, request.getRemoteAddr());
        return switch (oneTimeCodes.send(asked.shop().store().id(), command)) {
            case SendCode.Result.Sent _ -> pages.codeSent(asked, phone.get());
            case SendCode.Result.TooSoon(var delay) -> {
                var seconds = RetryAfter.seconds(delay);
                response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
                yield pages.codeSentBefore(asked, phone.get(), seconds);
            }
            case SendCode.Result.Unreachable _ -> pages.refused(asked);
        };
    }
}
