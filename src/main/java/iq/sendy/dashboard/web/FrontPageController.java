package iq.sendy.dashboard.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.stores.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The front page: where the dashboard, the shop and the documents of the API are. */
@PageController
class FrontPageController {

    private final Stores stores;
    private final PublicUrl addresses;

    FrontPageController(Stores stores, PublicUrl addresses) {
        this.stores = stores;
        this.addresses = addresses;
    }

    @GetMapping(DashboardArea.FRONT)
    @Allows(permission = Allows.ANYONE)
    String show(@RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller, Model model) {
        var store = caller == null ? null : stores.find(caller.store()).orElse(null);
        model.addAttribute("store", store);
        model.addAttribute("shop", addresses.of("/s/") + (store == null ? "" : store.slug()));
        return "dashboard/front";
    }
}
