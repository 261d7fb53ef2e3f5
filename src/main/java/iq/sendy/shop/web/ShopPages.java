package iq.sendy.shop.web;

import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.pricing.DeliveryFeeSpan;
import iq.sendy.shop.ShopCategory;
import iq.sendy.shop.ShopFilter;
import iq.sendy.shop.ShopFront;
import iq.sendy.shop.ShopPicture;
import iq.sendy.shop.ShopProduct;
import iq.sendy.shop.ShopSight;
import iq.sendy.shop.ShopSort;
import iq.sendy.shop.ShopWindow;
import iq.sendy.storefront.OpenStorefront;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a shop's goods are made of: the products, the ways to others, and what an order costs beside them. */
@Component
class ShopPages {

    private final ShopWindow window;

    ShopPages(ShopWindow window) {
        this.window = window;
    }

    /** The first page of a shop, or what follows it, as it was just seen. */
    void home(ShopSight sight, Model model) {
        var shop = sight.shop();
        var front = sight.front();
        var products = front.products();
        var first = sight.paging().cursor() == null;
        var banner = banner(shop);
        var featured = first && banner == null ? featured(products.items()) : null;
        frame(shop, front.fees(), model)
                .addAttribute(
                        "listing",
                        new ShopListing(
                                ShopFilter.ANY,
                                first,
                                false,
                                null,
                                below(front.categories(), null),
                                products,
                                featured,
                                featured == null ? banner : featured.pictures().getFirst()));
    }

    /** The products of a category. */
    void category(OpenStorefront shop, UUID id, ShopSort sort, Paging paging, Model model) {
        var filter = new ShopFilter(null, id, sort);
        var front = front(shop, filter, paging);
        var all = front.categories();
        var category =
                all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(RequestRejected::notFound);
        var below = below(all, id);
        var beside = below.isEmpty() ? below(all, category.parentId()) : below;
        list(shop, front, listing(filter, category.name(), beside, front, paging), model);
    }

    /** What a visitor searches for; everything where they have said nothing. */
    void search(OpenStorefront shop, ShopFilter filter, Paging paging, Model model) {
        var front = front(shop, filter, paging);
        list(shop, front, listing(filter, filter.q(), below(front.categories(), null), front, paging), model);
    }

    /** A product and some that are like it. */
    void product(OpenStorefront shop, String sku, Model model) {
        var shelf = window.shelf(shop, sku).orElseThrow(RequestRejected::notFound);
        frame(shop, shelf.fees(), model)
                .addAttribute("product", shelf.product())
                .addAttribute("category", shelf.category())
                .addAttribute("alike", shelf.alike());
    }

    private static void list(OpenStorefront shop, ShopFront front, ShopListing listing, Model model) {
        frame(shop, front.fees(), model).addAttribute("listing", listing);
    }

    private static ShopListing listing(
            ShopFilter filter, @Nullable String title, List<ShopCategory> categories, ShopFront front, Paging paging) {
        return new ShopListing(
                filter,
                paging.cursor() == null,
                filter.categoryId() == null,
                title,
                categories,
                front.products(),
                null,
                null);
    }

    private static Model frame(OpenStorefront shop, @Nullable DeliveryFeeSpan fees, Model model) {
        return model.addAttribute("shop", shop)
                .addAttribute("look", ShopLook.of(shop.face().theme()))
                .addAttribute("facts", ShopTerms.of(shop, fees));
    }

    private ShopFront front(OpenStorefront shop, ShopFilter filter, Paging paging) {
        return window.front(shop, filter, page(paging));
    }

    /** A page of a shop is as long as it is, whatever was asked for. */
    static Paging page(Paging paging) {
        return new Paging(1, ShopWindow.PAGE, paging.cursor(), paging.seal());
    }

    /** The newest that may be ordered, costs something and can be seen. */
    static @Nullable ShopProduct featured(List<ShopProduct> products) {
        return products.stream()
                .filter(product -> product.available()
                        && product.price() != null
                        && !product.pictures().isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** What the shop has chosen to be seen first. */
    private static @Nullable ShopPicture banner(OpenStorefront shop) {
        return Optional.ofNullable(shop.face().bannerImageUrl())
                .or(() -> Optional.ofNullable(shop.face().coverImageUrl()))
                .map(url -> new ShopPicture(url, null, null, null))
                .orElse(null);
    }

    private static List<ShopCategory> below(List<ShopCategory> all, @Nullable UUID parent) {
        return all.stream()
                .filter(each -> Objects.equals(each.parentId(), parent))
                .toList();
    }
}
