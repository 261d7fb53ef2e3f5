package iq.sendy.buyers.web;

import iq.sendy.buyers.BuyerOrders;
import iq.sendy.buyers.web.BuyerOrderBody.BuyerOrderDetailBody;
import iq.sendy.geography.Geography;
import iq.sendy.platform.api.AllowsBuyer;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.PublicController;
import iq.sendy.storefront.OpenStorefront;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A buyer's own orders on the wire. */
@PublicController(PublicController.PUBLIC_DOOR + "/storefronts/{slug}/me")
class BuyerOrderController {

    private final BuyerOrders orders;
    private final Geography geography;

    BuyerOrderController(BuyerOrders orders, Geography geography) {
        this.orders = orders;
        this.geography = geography;
    }

    @GetMapping("/orders")
    @AllowsBuyer
    @Describes("List one's own orders, newest first")
    Answer<Page<BuyerOrderBody>> list(SignedInBuyer buyer, OpenStorefront shop, Paging paging) {
        return Answer.ok(
                "order.listed",
                orders.list(shop.store().id(), buyer.account(), paging)
                        .map(order -> BuyerOrderBody.of(order, shop, geography)));
    }

    @GetMapping("/orders/{publicId}")
    @AllowsBuyer
    @Describes("One of one's own orders")
    Answer<BuyerOrderDetailBody> get(SignedInBuyer buyer, OpenStorefront shop, @PathVariable String publicId) {
        return orders.find(shop.store().id(), buyer.account(), publicId)
                .map(found -> Answer.ok("order.found", BuyerOrderDetailBody.of(found, shop, geography)))
                .orElseGet(Answer::notFound);
    }
}
