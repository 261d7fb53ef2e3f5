package iq.sendy.checkout.web;

import iq.sendy.checkout.CheckoutVisit;
import iq.sendy.checkout.ShopBasket;
import iq.sendy.checkout.ShopCheckout;
import iq.sendy.checkout.ShopOrders;
import iq.sendy.orders.QuoteBody;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.limits.MissLimits;
import iq.sendy.storefront.CampaignCookie;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.ShopAddresses;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Quotes, orders and tracking of strangers on the wire. */
@PublicController(PublicController.PUBLIC_DOOR + "/storefronts")
class ShopOrderController {

    private final ShopOrders orders;
    private final ShopAddresses addresses;
    private final CampaignCookie campaigns;
    private final MissLimits misses;

    ShopOrderController(ShopOrders orders, ShopAddresses addresses, CampaignCookie campaigns, MissLimits misses) {
        this.orders = orders;
        this.addresses = addresses;
        this.campaigns = campaigns;
        this.misses = misses;
    }

    @PostMapping("/{slug}/quote")
    @Describes(
            value = "Price a basket of a shop: what applies, what is lost and why, and how delivery is chosen",
            refuses = ShopBasket.Result.class)
    Answer<QuoteBody> quote(OpenStorefront shop, @Body Bound<ShopBasket> body) {
        return switch (orders.quote(shop, body)) {
            case ShopBasket.Result.Quoted(var priced) ->
                Answer.ok("order.quoted", QuoteBody.of(priced, shop.settings().currency()));
            case ShopBasket.Result.Invalid invalid -> Answer.refused(invalid);
        };
    }

    @PostMapping("/{slug}/orders")
    @Describes(value = "Order from a shop, without an account", refuses = ShopCheckout.Result.class)
    Answer<PlacedShopOrder> place(OpenStorefront shop, @Body Bound<ShopCheckout> body, HttpServletRequest request) {
        var campaign = campaigns.campaign(shop.store().id(), request).orElse(null);
        var visit = new CheckoutVisit(request.getRemoteAddr(), null, campaign);
        return switch (orders.place(shop, body, visit)) {
            case ShopCheckout.Result.Placed(var order, var duplicate) ->
                Answer.ok(
                        duplicate ? "order.found" : "order.created",
                        PlacedShopOrder.of(
                                order,
                                addresses.page(shop.store().slug()) + "/orders/" + order.publicId(),
                                duplicate,
                                shop.settings().requireOrderConfirmation()));
            case ShopCheckout.Result.TooManyNewcomers late -> Answer.refused(late, late.delay());
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    @GetMapping("/{slug}/orders/{publicId}")
    @Describes("Where an order is, by its publicId in any letter case; whose it is stays masked")
    Answer<TrackingBody> track(@PathVariable String publicId, OpenStorefront shop, HttpServletRequest request) {
        misses.admit(request);
        var found = orders.track(shop, publicId);
        if (found.isEmpty()) {
            misses.missed(request);
        }
        return found.map(tracking -> Answer.ok(
                        "order.found", TrackingBody.of(tracking, shop.settings().language())))
                .orElseGet(Answer::notFound)
                .with(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
