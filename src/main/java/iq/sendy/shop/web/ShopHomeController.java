package iq.sendy.shop.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.PageController;
import iq.sendy.storefront.OpenStorefront;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page of a shop. */
@PageController
class ShopHomeController {

    @GetMapping(ShopArea.HOME)
    @Allows(permission = Allows.ANYONE)
    String show(OpenStorefront shop, Model model) {
        model.addAttribute("shop", shop);
        return "shop/home";
    }
}
