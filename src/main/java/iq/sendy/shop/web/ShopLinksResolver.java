package iq.sendy.shop.web;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.body.TypeResolver;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Hands a page's controller the links of the shop that is visited, as the visitor reaches it. */
@Component
class ShopLinksResolver extends TypeResolver<ShopLinks> {

    ShopLinksResolver() {
        super(ShopLinks.class);
    }

    @Override
    protected ShopLinks of(HttpServletRequest request) {
        return ShopVisit.of(request).map(ShopVisit::links).orElseThrow(RequestRejected::notFound);
    }
}
