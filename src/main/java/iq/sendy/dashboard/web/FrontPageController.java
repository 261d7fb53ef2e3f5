package iq.sendy.dashboard.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.storefront.OpenStorefronts;
import iq.sendy.storefront.ShopAddresses;
import iq.sendy.stores.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The front page: where the dashboard, the shop and the documents of the API are. */
@PageController
class FrontPageController {

    /** The demo's shop, which a stranger may look at where there is one. */
    private static final String DEMO = "flora-baghdad";

    private final Stores stores;
    private final OpenStorefronts storefronts;
    private final ShopAddresses addresses;

    FrontPageController(Stores stores, OpenStorefronts storefronts, ShopAddresses addresses) {
        this.stores = stores;
        this.storefronts = storefronts;
        this.addresses = addresses;
    }

    @GetMapping(DashboardArea.FRONT)
    @Allows(permission = Allows.ANYONE)
    String show(@RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller, Model model) {
        var store = caller == null ? null : stores.find(caller.store()).orElse(null);
        var slug = store == null ? DEMO : store.slug();
        var open = storefronts.lookUp(slug).isPresent();
        model.addAttribute("store", store);
        model.addAttribute("shop", store == null && !open ? addresses.page("") : addresses.page(slug));
        model.addAttribute("path", ShopAddresses.path(slug));
        model.addAttribute("open", open);
        return "dashboard/front";
    }
}
