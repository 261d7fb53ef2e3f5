package iq.sendy.shop.web;

import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.pricing.DeliveryFees;
import iq.sendy.shop.ShopCategory;
import iq.sendy.shop.ShopFilter;
import iq.sendy.shop.ShopPicture;
import iq.sendy.shop.ShopProduct;
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

    /** Products of the same category beside one. */
    private static final int ALIKE = 4;

    private final ShopWindow window;
    private final DeliveryFees deliveryFees;

    ShopPages(ShopWindow window, DeliveryFees deliveryFees) {
        this.window = window;
        this.deliveryFees = deliveryFees;
    }

    /** The first page of a shop, or what follows it. */
    void home(OpenStorefront shop, Paging paging, Model model) {
        var products = products(shop, ShopFilter.ANY, paging);
        var first = paging.cursor() == null;
        var banner = banner(shop);
        var featured = first && banner == null ? featured(products.items()) : null;
        frame(shop, 0, model)
                .addAttribute(
                        "listing",
                        new ShopListing(
                                ShopFilter.ANY,
                                first,
                                false,
                                null,
                                below(window.categories(shop), null),
                                products,
                                featured,
                                featured == null ? banner : featured.pictures().getFirst()));
    }

    /** The products of a category. */
    void category(OpenStorefront shop, UUID id, ShopSort sort, Paging paging, Model model) {
        var all = window.categories(shop);
        var category =
                all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(RequestRejected::notFound);
        var below = below(all, id);
        var filter = new ShopFilter(null, id, sort);
        list(shop, filter, category.name(), below.isEmpty() ? below(all, category.parentId()) : below, paging, model);
    }

    /** What a visitor searches for; everything where they have said nothing. */
    void search(OpenStorefront shop, ShopFilter filter, Paging paging, Model model) {
        list(shop, filter, filter.q(), below(window.categories(shop), null), paging, model);
    }

    /** A product and some that are like it. */
    void product(OpenStorefront shop, String sku, Model model) {
        var product = window.product(shop, sku).orElseThrow(RequestRejected::notFound);
        var category = product.categoryId() == null
                ? null
                : window.categories(shop).stream()
                        .filter(each -> each.id().equals(product.categoryId()))
                        .findFirst()
                        .orElse(null);
        var price = product.price();
        frame(shop, price == null ? 0 : price, model)
                .addAttribute("product", product)
                .addAttribute("category", category)
                .addAttribute("alike", category == null ? List.of() : alike(shop, category, product));
    }

    private void list(
            OpenStorefront shop,
            ShopFilter filter,
            @Nullable String title,
            List<ShopCategory> categories,
            Paging paging,
            Model model) {
        var products = products(shop, filter, paging);
        frame(shop, 0, model)
                .addAttribute(
                        "listing",
                        new ShopListing(
                                filter,
                                paging.cursor() == null,
                                filter.categoryId() == null,
                                title,
                                categories,
                                products,
                                null,
                                null));
    }

    private Model frame(OpenStorefront shop, long value, Model model) {
        var fees = deliveryFees.span(shop.store().id(), shop.settings(), value);
        return model.addAttribute("shop", shop)
                .addAttribute("look", ShopLook.of(shop.face().theme()))
                .addAttribute("facts", ShopFacts.of(shop, fees.orElse(null)));
    }

    private Page<ShopProduct> products(OpenStorefront shop, ShopFilter filter, Paging paging) {
        return window.products(shop, filter, new Paging(1, ShopWindow.PAGE, paging.cursor(), paging.seal()));
    }

    private List<ShopProduct> alike(OpenStorefront shop, ShopCategory category, ShopProduct product) {
        var some = new Paging(1, ALIKE + 1, null, position -> position);
        return window.products(shop, new ShopFilter(null, category.id(), ShopSort.NEWEST), some).items().stream()
                .filter(other -> !other.id().equals(product.id()))
                .limit(ALIKE)
                .toList();
    }

    /** The newest that may be ordered, costs something and can be seen. */
    private static @Nullable ShopProduct featured(List<ShopProduct> products) {
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
