package iq.sendy.dashboard.settings;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.storefront.DomainLookup;
import iq.sendy.storefront.StorefrontDomains;
import iq.sendy.storefront.StorefrontFields;
import iq.sendy.storefront.StorefrontRequest;
import iq.sendy.storefront.Storefronts;
import iq.sendy.storefront.VerifyDomain;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The domain of a shop's own: named, and proved by its DNS. */
@PageController
class ShopDomainController {

    private static final String DOMAIN = SettingsPaths.SHOP + "/domain";

    private final ShopAddressPage page;
    private final Storefronts storefronts;
    private final StorefrontFields fields;
    private final StorefrontDomains domains;

    ShopDomainController(
            ShopAddressPage page, Storefronts storefronts, StorefrontFields fields, StorefrontDomains domains) {
        this.page = page;
        this.storefronts = storefronts;
        this.fields = fields;
        this.domains = domains;
    }

    @PostMapping(DOMAIN)
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView name(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var bound = FormBinder.bind(StorefrontRequest.class, sent, caller.currency());
        var read = fields.read(bound.value(), bound.problems());
        if (!bound.problems().isEmpty()) {
            return page.wrong(bound.problems().faults(), sent, caller, language);
        }
        storefronts.change(
                caller.store(),
                actor,
                caller.currency(),
                (before, token) -> bound.value().over(before, read, token));
        return PageRedirect.to(ShopPage.ADDRESS + "?said=shopfront.saved");
    }

    @PostMapping(DOMAIN + "/verify")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView verify(
            @Prepared(by = DomainLookup.class) VerifyDomain evidence,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        return switch (domains.verify(caller.store(), actor, evidence)) {
            case VerifyDomain.Result.Verified _ -> PageRedirect.to(ShopPage.ADDRESS + "?said=shopfront.verified");
            case Refusal refusal -> page.refused(refusal, request.getParameterMap(), caller, language);
        };
    }
}
