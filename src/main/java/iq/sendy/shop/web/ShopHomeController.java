package iq.sendy.shop.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.shop.ShopFilter;
import iq.sendy.shop.ShopSights;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.SkuSegment;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of a shop's goods: home, a category, a search, a product. */
@PageController
class ShopHomeController {

    private final ShopPages pages;
    private final ShopSights sights;

    ShopHomeController(ShopPages pages, ShopSights sights) {
        this.pages = pages;
        this.sights = sights;
    }

    @GetMapping(ShopArea.HOME)
    @Allows(permission = Allows.ANYONE)
    String home(OpenStorefront shop, Paging paging, HttpServletRequest request, Model model) {
        var sight = HomeSight.of(request)
                .filter(seen -> seen.shop().equals(shop))
                .orElseGet(() -> sights.first(shop, ShopPages.page(paging)));
        HomeSight.declare(request, sight);
        pages.home(sight, model);
        return "shop/home";
    }

    @GetMapping(ShopArea.HOME + "/c/{category}")
    @Allows(permission = Allows.ANYONE)
    String category(
            OpenStorefront shop,
            @PathVariable UUID category,
            @QueryParameters ShopQuery query,
            Paging paging,
            Model model) {
        pages.category(shop, category, query.filter().sort(), paging, model);
        return "shop/list";
    }

    @GetMapping(ShopArea.HOME + "/search")
    @Allows(permission = Allows.ANYONE)
    String search(OpenStorefront shop, @QueryParameters ShopQuery query, Paging paging, Model model) {
        var filter = query.filter();
        pages.search(shop, new ShopFilter(filter.q(), null, filter.sort()), paging, model);
        return "shop/list";
    }

    @GetMapping(ShopArea.HOME + "/p/{sku}")
    @Allows(permission = Allows.ANYONE)
    String product(OpenStorefront shop, @PathVariable String sku, Model model) {
        pages.product(shop, SkuSegment.sku(sku), model);
        return "shop/product";
    }
}
