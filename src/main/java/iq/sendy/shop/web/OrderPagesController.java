package iq.sendy.shop.web;

import iq.sendy.checkout.OrderTracking;
import iq.sendy.checkout.ShopOrders;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.limits.MissLimits;
import iq.sendy.platform.pages.PageDates;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.storefront.OpenStorefront;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An order after it was placed: thanks to whoever placed it, and where it is for whoever has its code. */
@PageController
class OrderPagesController {

    private static final String TRACKING = ShopArea.HOME + "/orders/{publicId}";
    private static final String THANKS = TRACKING + "/thanks";

    private final ShopOrders shopOrders;
    private final OrderCookie orderCookie;
    private final ShopWords words;
    private final MissLimits misses;

    OrderPagesController(ShopOrders shopOrders, OrderCookie orderCookie, ShopWords words, MissLimits misses) {
        this.shopOrders = shopOrders;
        this.orderCookie = orderCookie;
        this.words = words;
        this.misses = misses;
    }

    /** @param before whether the order was there already when it was sent */
    @GetMapping(THANKS)
    @Allows(permission = Allows.ANYONE)
    ModelAndView thank(
            OpenStorefront shop,
            ShopLinks links,
            @PathVariable("publicId") String publicId,
            @RequestParam(name = "before", required = false) @Nullable String before,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        var order = order(shop, publicId, request);
        if (orderCookie
                .last(shop.store().id(), request)
                .filter(order.publicId()::equals)
                .isEmpty()) {
            return PageRedirect.to(links.order(order.publicId()));
        }
        return page("shop/thanks", shop, links, order, response, language).addObject("before", before != null);
    }

    @GetMapping(TRACKING)
    @Allows(permission = Allows.ANYONE)
    ModelAndView track(
            OpenStorefront shop,
            ShopLinks links,
            @PathVariable("publicId") String publicId,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        return page("shop/tracking", shop, links, order(shop, publicId, request), response, language);
    }

    private OrderTracking order(OpenStorefront shop, String publicId, HttpServletRequest request) {
        misses.admit(request);
        var found = PublicIds.parse(publicId).flatMap(id -> shopOrders.track(shop, id));
        if (found.isEmpty()) {
            misses.missed(request);
        }
        return found.orElseThrow(RequestRejected::notFound);
    }

    private ModelAndView page(
            String view,
            OpenStorefront shop,
            ShopLinks links,
            OrderTracking order,
            HttpServletResponse response,
            Locale language) {
        response.setHeader("X-Robots-Tag", "noindex");
        var model = new HashMap<String, Object>();
        model.put("shop", shop);
        model.put("links", links);
        model.put("order", order);
        model.put(
                "way",
                TrackedWay.of(order, PageDates.in(language, shop.settings().zone())));
        var tag = language.getLanguage();
        var province = order.province();
        var area = order.area();
        if (province != null && area != null) {
            model.put("place", province.names().in(tag) + " · " + area.names().in(tag));
        }
        var chat = shop.face()
                .contact()
                .whatsapp(words.say(language, "tracking.ask.text", order.publicId()) + "\n"
                        + links.absolute(links.order(order.publicId())));
        if (chat != null) {
            model.put("chat", chat);
        }
        return new ModelAndView(view, model);
    }
}
