package iq.sendy.shop.web;

import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.shop.ShopWindow;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.ShopAddresses;
import iq.sendy.storefront.SkuSegment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A shop and its products for programs; whoever draws pages for people is shown one at the first address. */
@PublicController(PublicController.PUBLIC_DOOR + "/storefronts/{slug}")
class PublicShopController {

    private final ShopWindow window;
    private final ShopAddresses addresses;

    PublicShopController(ShopWindow window, ShopAddresses addresses) {
        this.window = window;
        this.addresses = addresses;
    }

    @GetMapping
    @Describes("A shop, its categories and its newest products")
    Answer<PublicShopBody> shop(OpenStorefront shop) {
        return Answer.ok("shop.found", PublicShopBody.of(shop, window.front(shop), addresses));
    }

    @GetMapping("/products")
    @Describes("List the products of a shop, newest first")
    Answer<Page<PublicProductBody>> products(OpenStorefront shop, @QueryParameters ShopQuery query, Paging paging) {
        return Answer.ok(
                "product.listed",
                window.products(shop, query.filter(), paging)
                        .map(product -> PublicProductBody.of(product, shop, addresses)));
    }

    @GetMapping("/products/{sku}")
    @Describes("One product of a shop; sku is the last part of its publicUrl, in which odd letters stand as base64")
    Answer<PublicProductBody> product(OpenStorefront shop, @PathVariable String sku) {
        return window.product(shop, SkuSegment.sku(sku))
                .map(product -> Answer.ok("product.found", PublicProductBody.of(product, shop, addresses)))
                .orElseGet(Answer::notFound);
    }
}
