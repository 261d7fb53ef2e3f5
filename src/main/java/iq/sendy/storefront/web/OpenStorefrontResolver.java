package iq.sendy.storefront.web;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.body.TypeResolver;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.OpenStorefronts;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Hands a controller the storefront that is visited; where none is open, unknown and closed ones are one 404. */
@Component
class OpenStorefrontResolver extends TypeResolver<OpenStorefront> {

    private final OpenStorefronts storefronts;

    OpenStorefrontResolver(OpenStorefronts storefronts) {
        super(OpenStorefront.class);
        this.storefronts = storefronts;
    }

    @Override
    protected OpenStorefront of(HttpServletRequest request) {
        return storefronts.of(CurrentTenant.CURRENT.get()).orElseThrow(RequestRejected::notFound);
    }
}
